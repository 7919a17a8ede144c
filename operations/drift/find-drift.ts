import type { Cause, Causes } from "./causes/cause.ts";
import { subjectOf } from "./causes/subject.ts";
import type { Drift } from "./compare/classify.ts";
import { compare } from "./compare/compare.ts";
import { type IsApproved, sortOut } from "./expected/sort-out.ts";
import { type Found, foundOf } from "./finding.ts";
import { applyIgnores, type Ignored } from "./ignores/apply.ts";
import type { IgnoreRegister } from "./ignores/register.ts";
import { type Guardrails, type Judgement, judge } from "./judge/broken.ts";
import type { Sight } from "./look/look.ts";
import type { Undeployed } from "./look/undeployed.ts";
import { repairOf } from "./repair.ts";
import type { DriftReport } from "./report-schema.ts";
import type { Held } from "./state/held.ts";
import { foundUndeployed } from "./undeployed-finding.ts";
import { findUnmanaged } from "./unmanaged/find-unmanaged.ts";
import type { Finder } from "./unmanaged/tagged.ts";

export interface FindPorts {
    causes: Causes;
    /** One for each cloud in which to look for what nobody manages; none for no such look. */
    finders: readonly Finder[];
    isApproved: IsApproved;
    /** Previews the program over the state, where that is asked for. */
    undeployed?: (sealed: string) => Promise<Undeployed>;
    guardrails?: Guardrails;
}

/** What is found in a sight, before it is held against earlier runs. */
export interface FoundDrift {
    found: (Found & { cause: Cause })[];
    ignored: Ignored[];
    expected: DriftReport["expected"];
    untold: string[];
    brokenInState: number;
}

const NO_DOER: Cause = { known: false, why: "nobody is asked about what is not in the state" };

/** Everything in a sight that somebody has to know. */
export async function findDrift(
    stack: string,
    sight: Sight,
    ignores: IgnoreRegister,
    ports: FindPorts,
): Promise<FoundDrift> {
    const { state, reality } = sight;
    const sorted = await sortOut(compare(state, reality), ports.isApproved);
    const untold = [...sight.untold, ...sorted.untold.map((what) => `it could not be told ${what}`)];
    const judged = judgedOr(untold, () => judge(state, sorted.drifts, ports.guardrails));
    const all = state.map(({ resource }) => resource);
    const result: FoundDrift = {
        found: [],
        ignored: [],
        expected: sorted.expected,
        untold,
        brokenInState: judged.inState,
    };
    for (const drift of sorted.drifts) {
        const broken = judged.broken.get(drift) ?? [];
        const breaks = broken.some(({ status }) => status !== "excepted");
        const { left, ignored } = applyIgnores(drift, breaks, ignores);
        result.ignored.push(...ignored);
        if (left === undefined) continue;
        const found = foundOf(stack, left, broken, repairOf(left.kind, stack, left.before.resource, all));
        result.found.push({ ...found, cause: await ports.causes.of(subjectOf(left.before)) });
    }
    const beside = await findUnmanaged(stack, state, ports.finders, ignores);
    result.ignored.push(...beside.ignored);
    untold.push(...beside.untold);
    const late = await changesOf(ports, sight.sealed, untold);
    const others = [...beside.found, ...foundUndeployed(stack, late)];
    result.found.push(...others.map((found) => ({ ...found, cause: NO_DOER })));
    return result;
}

/** A guardrail that stumbles over what the cloud has must not end the look; nor may it pass for one that holds. */
function judgedOr(untold: string[], work: () => Judgement): Judgement {
    try {
        return work();
    } catch (error) {
        untold.push(`the guardrails could not judge what the clouds have: ${messageOf(error)}`);
        return { broken: new Map<Drift, []>(), inState: 0 };
    }
}

async function changesOf({ undeployed }: FindPorts, sealed: string, untold: string[]): Promise<Undeployed> {
    try {
        return (await undeployed?.(sealed)) ?? [];
    } catch (error) {
        untold.push(`what is not deployed: ${messageOf(error)}`);
        return [];
    }
}

function messageOf(error: unknown): string {
    return (error instanceof Error ? error.message : String(error)).split("\n").slice(0, 3).join(" ");
}

/** Everything whose secrets must appear nowhere. */
export function heldIn({ state, reality }: Sight): Held[] {
    return [...state, ...[...reality.values()].filter((held) => held !== undefined)];
}
