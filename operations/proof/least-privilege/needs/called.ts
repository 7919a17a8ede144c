import { keyOf } from "../program/granted.ts";
import type { Program } from "../program/program.ts";
import type { Need } from "./need.ts";
import { calledElsewhere, isIdle } from "./not-in-the-day.ts";
import type { Recorded } from "./recorded.ts";

/** What the functions of a program call: as a recorded day saw it, and what no day on a laptop reaches. */
export function calledIn(program: Program, own: readonly Need[], used: readonly Recorded[]): Need[] {
    const roles = new Set(program.ofType("aws:iam/role:Role").map(({ name }) => name));
    const inItsName = new Set(own.map(keyOf));
    const seen = used
        // What one orchestrator has, the other may not.
        .filter(({ resource }) => !program.names.real(resource).startsWith("{"))
        .filter((one) => roles.has(one.role) && !inItsName.has(keyOf(one)) && !isIdle(program, one.role))
        .map((one): Need => ({ ...one, why: "a recorded day used it", called: true }));
    return [...seen, ...calledElsewhere(program)];
}
