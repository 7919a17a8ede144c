import { roleTests } from "./check/role-tests.ts";
import type { Need } from "./needs/need.ts";
import { without } from "./program/changed.ts";
import { keyOf } from "./program/granted.ts";
import { type Program, text } from "./program/program.ts";

/** How many permissions are taken away, one at a time, from all functions in turn. */
export const REMOVED = 40;

/** A permission that was taken away, and what noticed it. */
export interface Removal extends Need {
    /** Name of the test that then fails, and what it says; nothing where none does. */
    failed?: { name: string; says: string };
}

/** Takes permissions out of the functions' policies, one at a time, and looks which test of a role fails. */
export function removals(program: Program, needed: readonly Need[]): Removal[] {
    return chosen(program, needed).map((need) => {
        const failed = roleTests(without(program, need), needed).find(({ faults }) => faults.length > 0);
        const wanted = `${need.role} needs ${need.action} on ${need.resource} `;
        const says = failed?.faults.find((fault) => fault.startsWith(wanted));
        return { ...need, ...(failed !== undefined && says !== undefined && { failed: { name: failed.name, says } }) };
    });
}

/** What the functions call comes first, then what is done in their name; from one function after the other. */
function chosen(program: Program, needed: readonly Need[]): Need[] {
    const functions = program.ofType("aws:lambda/function:Function");
    const roles = functions.map(({ props }) => program.role(text(props, "role"))).sort();
    const waiting = roles.map((role) => {
        const own = [...new Map(needed.filter((one) => one.role === role).map((one) => [keyOf(one), one])).values()];
        const order = (one: Need) => `${one.called ? 0 : one.action.startsWith("kms:") ? 1 : 2} ${keyOf(one)}`;
        return own.sort((a, b) => (order(a) < order(b) ? -1 : 1));
    });
    const found: Need[] = [];
    for (let turn = 0; found.length < REMOVED && waiting.some((own) => turn < own.length); turn += 1) {
        for (const own of waiting) {
            const next = own[turn];
            if (next !== undefined && found.length < REMOVED) found.push(next);
        }
    }
    return found;
}
