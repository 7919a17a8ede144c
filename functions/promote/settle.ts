import { EXPLAINER_KEY, type Progress, type Promotion } from "../../contract/model/serving.ts";
import { ModelError } from "../../model/artefact/booster.ts";
import type { Ensemble } from "../../model/explain/ensemble.ts";
import { readArtefact } from "../adapters/artefact.ts";
import type { Ports } from "./ports.ts";

/** The promoted model serves, and what explains it cannot be made. */
export class ExplainerError extends Error {
    override readonly name = "ExplainerError";
}

/** What a run came to, for people and the log. */
export interface Outcome {
    /** `nothing` where there was nothing to do, or not now. */
    outcome: "nothing" | Promotion["outcome"];
    version?: string;
    reason: string;
}

/** The version serves: from now on its trees explain the alerts. */
export async function finish(promotion: Promotion, progress: Progress, ports: Ports): Promise<Outcome> {
    const ensemble = await explanation(promotion, ports);
    await ports.model.write(EXPLAINER_KEY, JSON.stringify(ensemble), "application/json");
    const ended = { ...promotion, outcome: "promoted" as const, endedAt: now(ports) };
    await ports.operations.publish("Fraud model: an approved version serves", { type: "model-promoted", ...ended });
    return close({ ...ended, reason: "it serves" }, progress, ports);
}

/** The version does not serve, and will not be tried again. Told first: a run that dies in between tells it twice. */
export async function undo(promotion: Promotion, reason: string, progress: Progress, ports: Ports): Promise<Outcome> {
    const ended = { ...promotion, outcome: "undone" as const, reason, endedAt: now(ports) };
    await ports.operations.publish("Fraud model: an approved version does not serve", {
        type: "model-rolled-back",
        ...ended,
        fix: "find out why, then propose it as another version; or, to have this one tried again, delete serving/promotion.json",
    });
    const undone = [...progress.undone, { version: promotion.version, reason }];
    return close(ended, { ...progress, undone }, ports);
}

/** Writes the end of it. */
export async function close(promotion: Promotion, progress: Progress, ports: Ports): Promise<Outcome> {
    await ports.progress.write({ ...progress, promotion: { endedAt: now(ports), ...promotion } });
    return { outcome: promotion.outcome, version: promotion.version, reason: promotion.reason ?? "" };
}

async function explanation({ version, artefact }: Promotion, { bucket, model }: Ports): Promise<Ensemble> {
    try {
        return await readArtefact(artefact, bucket, model);
    } catch (cause) {
        if (!(cause instanceof ModelError)) throw cause;
        const fix = "put its artefact back; the next run goes on";
        throw new ExplainerError(
            `${version} serves and its model ${artefact} cannot be read: ${cause.message}; ${fix}`,
            { cause },
        );
    }
}

function now({ clock }: Ports): string {
    return new Date(clock.now()).toISOString();
}
