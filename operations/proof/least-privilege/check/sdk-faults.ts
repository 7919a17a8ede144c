import type { Need } from "../needs/need.ts";
import { NEVER_CALLED, OTHER_ROLES } from "../needs/not-in-the-day.ts";
import { actionsFor } from "./call-actions.ts";
import type { Call } from "./sdk-calls.ts";

/**
 * What the code of a function can call and nobody knows on what, and what is said to be called although the code cannot.
 * A bundle has no operation of the SDK that its function never uses, but for classes that it shares.
 */
export function sdkFaults(role: string, calls: readonly Call[], needed: readonly Need[]): string[] {
    const called = new Set(needed.filter((one) => one.role === role && one.called).map(({ action }) => action));
    const never = NEVER_CALLED[role]?.operations ?? [];
    const other = OTHER_ROLES[role]?.operations ?? [];
    const own = calls.filter(({ operation }) => !never.includes(operation) && !other.includes(operation));
    const possible = new Set(own.flatMap(actionsFor));
    const unknown = [...possible].filter((action) => !called.has(action));
    const idle = [...called].filter((action) => !possible.has(action) && !isAsked(action));
    const listed = [...never, ...other].filter((operation) => !calls.some((call) => call.operation === operation));
    return [
        ...unknown.map(
            (action) =>
                `${role} can call ${action}, and nobody knows on what: record a day, or say so in not-in-the-day.ts`,
        ),
        ...idle.map(
            (action) =>
                `${role} is said to call ${action}, which its code cannot: record a day, or mend not-in-the-day.ts`,
        ),
        ...listed.map(
            (operation) => `${operation} of ${role} is listed in not-in-the-day.ts, and its code has no such call`,
        ),
    ];
}

/** What AWS asks of a caller besides the operation itself, or in place of it for one version of an object. */
function isAsked(action: string): boolean {
    return ["sagemaker:AddTags", "s3:GetObjectVersion"].includes(action);
}
