import type { Need } from "../needs/need.ts";
import { type Granted, grantedIn, keyOf } from "../program/granted.ts";
import type { Program } from "../program/program.ts";
import { refusalsBy } from "./may.ts";

/** Something that a role needs and does not have, or has and nobody needs. */
export interface Fault {
    role: string;
    action: string;
    resource: string;
    /** The whole sentence, with the fix. */
    text: string;
}

/** Holds every permission of every role against what needs it, both ways. */
export function faultsIn(program: Program, needed: readonly Need[]): Fault[] {
    return [...missing(program, needed), ...idle(grantedIn(program), needed)];
}

function missing(program: Program, needed: readonly Need[]): Fault[] {
    const refusal = refusalsBy(program);
    const byKey = new Map(needed.map((need) => [`${keyOf(need)} ${need.called}`, need]));
    return [...byKey.values()].flatMap((need) => {
        const { role, action, resource, why } = need;
        const place = refusal(need);
        const text = `${role} needs ${action} on ${resource} (${why}), but ${place}.`;
        return place === undefined ? [] : [{ role, action, resource, text }];
    });
}

function idle(granted: readonly Granted[], needed: readonly Need[]): Fault[] {
    const known = new Set(needed.map(keyOf));
    return granted
        .filter((one) => !known.has(keyOf(one)))
        .map(({ role, action, resource, place }) => {
            const fix = "Take it away, or say who needs it, in operations/proof/least-privilege";
            const text = `${role} may ${action} on ${resource} by ${place}, and nothing needs it. ${fix}.`;
            return { role, action, resource, text };
        });
}
