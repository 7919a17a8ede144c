import type { Need } from "../needs/need.ts";
import type { Program } from "../program/program.ts";
import { faultsIn } from "./judge.ts";

/** A test of one role, by the name under which `npm test` has it. */
export interface RoleTest {
    role: string;
    name: string;
    /** What is wrong, with role, action and place; nothing where the test passes. */
    faults: readonly string[];
}

/** What the test of a role is called. */
export function testOf(role: string, stack: string): string {
    return `${role} of ${stack} may do what is needed of it, and nothing else`;
}

/** Each role's test: it may do all that somebody needs, and nothing else. */
export function roleTests(program: Program, needed: readonly Need[]): RoleTest[] {
    const faults = faultsIn(program, needed);
    return program
        .ofType("aws:iam/role:Role")
        .map(({ name: role }) => ({
            role,
            name: testOf(role, program.stack),
            faults: faults.filter((one) => one.role === role).map(({ text }) => text),
        }))
        .sort((a, b) => (a.role < b.role ? -1 : 1));
}
