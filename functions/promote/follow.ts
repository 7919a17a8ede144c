import type { Progress, Promotion } from "../../contract/model/serving.ts";
import type { Endpoint, Ports } from "./ports.ts";
import { close, finish, type Outcome, undo } from "./settle.ts";

/** A change takes half an hour or more. */
const PAUSE_MS = 15_000;

/** What becomes of a change, by what the endpoint says. */
type Verdict = "under way" | "promoted" | "undone" | "superseded" | "not begun";

/** Out of these it does not come by itself. */
const BROKEN = ["Failed", "UpdateRollbackFailed", "OutOfService"];

/** Watches a change to its end, or as long as there is time; nothing where SageMaker was not asked for it yet. */
export async function watch(promotion: Promotion, progress: Progress, ports: Ports): Promise<Outcome | undefined> {
    const { clock, until, deployments } = ports;
    for (;;) {
        const endpoint = await deployments.endpoint();
        if (endpoint === undefined) {
            return close({ ...promotion, outcome: "superseded", reason: "the endpoint is gone" }, progress, ports);
        }
        const verdict = verdictOn(promotion, endpoint);
        if (verdict === "not begun") return undefined;
        if (verdict === "promoted") return finish(promotion, progress, ports);
        if (verdict === "undone") return undo(promotion, whyUndone(endpoint), progress, ports);
        if (verdict === "superseded") {
            const reason = `somebody else changed the endpoint to ${endpoint.pending ?? endpoint.configuration}`;
            return close({ ...promotion, outcome: "superseded", reason }, progress, ports);
        }
        if (clock.now() + PAUSE_MS > until) {
            const reason = `the endpoint is ${endpoint.status}; the next run sees it through`;
            return { outcome: "updating", version: promotion.version, reason };
        }
        await clock.pause(PAUSE_MS);
    }
}

function verdictOn(promotion: Promotion, { status, configuration, pending, changedAt }: Endpoint): Verdict {
    const { before, after } = promotion;
    if (BROKEN.includes(status)) return "undone";
    if (status !== "InService") return pending === undefined || pending === after ? "under way" : "superseded";
    if (configuration === after) return "promoted";
    if (configuration !== before) return "superseded";
    // Undone rather than tried twice, if a run died just as it asked and the endpoint was changed since, by whatever.
    if (changedAt > Date.parse(promotion.startedAt)) return "undone";
    return promotion.outcome === "begun" ? "not begun" : "under way";
}

function whyUndone({ status, failure }: Endpoint): string {
    const what = BROKEN.includes(status)
        ? `the change failed and left the endpoint ${status}`
        : "the endpoint went back to what it served before, as it does under an alarm";
    return failure === undefined ? what : `${what}: ${failure}`;
}
