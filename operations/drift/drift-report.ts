import { rules } from "../../policies/rules/index.ts";
import { outcomeOf } from "./exit-code.ts";
import { type FindPorts, type FoundDrift, findDrift, heldIn } from "./find-drift.ts";
import type { History, Remembered } from "./history/history.ts";
import { type Remembering, remember, type Seen } from "./history/remember.ts";
import { secondsBetween, timesOf } from "./history/times.ts";
import type { IgnoreRegister } from "./ignores/register.ts";
import { SEVERITIES } from "./judge/severity.ts";
import { CannotLook } from "./look/cannot-look.ts";
import type { Sight } from "./look/look.ts";
import { masked } from "./masked.ts";
import type { DriftFinding, DriftReport, ResolvedFinding } from "./report-schema.ts";
import { isManaged } from "./state/deployment.ts";
import { hideSecrets } from "./state/secret-texts.ts";
import { PROGRAM } from "./undeployed-finding.ts";

export interface DriftPorts extends FindPorts {
    look(): Promise<Sight>;
    now(): Date;
}

export interface DriftRun {
    report: DriftReport;
    /** What the next run has to know; as it was when this one could not tell for sure. */
    history: History;
}

const SEEN_NOTHING: Sight = { sealed: "", state: [], reality: new Map(), untold: [], moved: true };
const FOUND_NOTHING: FoundDrift = { found: [], ignored: [], expected: [], untold: [], brokenInState: 0 };

/** Looks at a stack, and says what somebody has to know, held against what earlier runs found. */
export async function driftReport(
    stack: string,
    ignores: IgnoreRegister,
    before: History,
    ports: DriftPorts,
): Promise<DriftRun> {
    const startedAt = ports.now().toISOString();
    const [sight, reason] = await looked(ports);
    const drift = reason === undefined ? await findDrift(stack, sight, ignores, ports) : FOUND_NOTHING;
    const finishedAt = ports.now().toISOString();
    const memory = remember(before, {
        at: finishedAt,
        seen: drift.found.map(seenOf),
        looked: wasLookedAt(sight, drift, ports),
        isIgnored: (resource) => drift.ignored.some((one) => one.resource === resource),
    });
    const history = sight.moved ? before : memory.history;
    const untold = reason === undefined ? drift.untold : [reason];
    const findings = findingsOf(drift, memory);
    const ignoring = ignoresOf(ignores, stack, untold.length === 0);
    const hide = masked(hideSecrets(heldIn(sight)));
    const report: DriftReport = {
        stack,
        startedAt,
        finishedAt,
        ...outcomeOf({ findings, untold, ignores: ignoring }),
        looked: {
            resources: sight.state.filter(({ resource }) => isManaged(resource)).length,
            compared: sight.reality.size,
            guardrails: rules.length,
            brokenInState: drift.brokenInState,
        },
        untold,
        findings,
        resolved: sight.moved ? [] : memory.resolved.map(resolvedOf),
        unseen: memory.unseen.map(({ title }) => title),
        ignored: drift.ignored,
        expected: drift.expected,
        ignores: ignoring,
        times: timesOf(history),
    };
    return { report: hide(report), history: hide(history) };
}

async function looked(ports: DriftPorts): Promise<[Sight, string | undefined]> {
    try {
        return [await ports.look(), undefined];
    } catch (error) {
        if (!(error instanceof CannotLook)) throw error;
        return [SEEN_NOTHING, error.message];
    }
}

function seenOf({
    fingerprint,
    urn,
    id,
    title,
    kind,
    severity,
    differences,
    broken,
    cause,
}: FoundDrift["found"][number]): Seen {
    return {
        fingerprint,
        resource: urn || id,
        title,
        kind,
        severity,
        paths: differences.length > 0 ? differences.map(({ path }) => path) : [`(${kind})`],
        broken: [...new Set(broken.map(({ rule }) => rule))],
        occurredAt: cause.known ? cause.at : undefined,
    };
}

/** Only what a run could look at can be resolved by not being found. */
function wasLookedAt({ state, reality, moved }: Sight, { untold }: FoundDrift, { finders, undeployed }: DriftPorts) {
    const managed = new Set(state.map(({ resource }) => resource.urn));
    return (resource: string): boolean => {
        if (moved) return false;
        if (resource === PROGRAM) return undeployed !== undefined && untold.length === 0;
        if (resource.startsWith("urn:")) return reality.has(resource) || !managed.has(resource);
        return finders.length > 0 && untold.length === 0;
    };
}

function findingsOf({ found }: FoundDrift, { change, history }: Remembering): DriftFinding[] {
    const remembered = new Map(history.findings.filter(isOpen).map((one) => [one.fingerprint, one]));
    return found
        .map((finding): DriftFinding => {
            const { firstSeenAt = "", occurredAt } = remembered.get(finding.fingerprint) ?? {};
            const after = occurredAt === undefined ? undefined : secondsBetween(occurredAt, firstSeenAt);
            return {
                ...finding,
                change: change.get(finding.fingerprint) ?? "new",
                firstSeenAt,
                ...(after !== undefined && { detectedAfterSeconds: after }),
            };
        })
        .sort((one, other) => SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity));
}

const isOpen = ({ resolvedAt }: Remembered) => resolvedAt === undefined;

function resolvedOf({
    fingerprint,
    title,
    how = "repaired",
    firstSeenAt,
    resolvedAt = "",
}: Remembered): ResolvedFinding {
    const repairedAfterSeconds = secondsBetween(firstSeenAt, resolvedAt);
    return { fingerprint, title, how, firstSeenAt, resolvedAt, repairedAfterSeconds };
}

/** Whether an ignore was of use can only be told of a whole look. */
function ignoresOf(ignores: IgnoreRegister, stack: string, isWhole: boolean): DriftReport["ignores"] {
    return {
        faults: ignores.faults.map(({ id, what }) => `${id} ${what}`),
        ending: ignores.ending().map(({ id, expires }) => `${id} ends on ${expires}`),
        unused: isWhole ? ignores.unused(stack).map(({ id }) => `${id} covers nothing`) : [],
    };
}
