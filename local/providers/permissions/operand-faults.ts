import type { Value } from "../../store/value.ts";
import { hasUnknown } from "../values/plain.ts";
import type { Fault } from "./meant-actions.ts";

const DATE = /^(\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?|\d+)$/;
const RANGE = /^(\d{1,3}(\.\d{1,3}){3}(\/([12]?\d|3[0-2]))?|[0-9a-f:]+(\/\d{1,3})?)$/i;

/** What an operator compares with: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const OPERANDS: readonly (readonly [operator: RegExp, form: RegExp, says: string])[] = [
    [/Bool|^Null$/, /^(true|false)$/i, "true or false"],
    [/Numeric/, /^-?\d+(\.\d+)?$/, "a number"],
    [/Date/, DATE, "a date such as 2026-12-01T00:00:00Z"],
    [/IpAddress/, RANGE, "an address or a range of them, such as 203.0.113.0/24"],
];

/** Values that an operator cannot compare with; those with a variable inside are known only when somebody asks. */
export function operandFaults(operator: string, given: Value, path: string[]): Fault[] {
    const [, form, says] = OPERANDS.find(([kind]) => kind.test(operator)) ?? [];
    if (form === undefined || hasUnknown(given)) return [];
    const odd = [given].flat().find((one) => !form.test(String(one)) && !String(one).includes("${"));
    return odd === undefined ? [] : [{ path, reason: `must be ${says} for ${operator}, got ${odd}` }];
}
