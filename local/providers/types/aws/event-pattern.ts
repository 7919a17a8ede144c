import { isObject, type Value } from "../../../store/value.ts";

/** Ways to compare, with the kind of what they compare with. */
const COMPARES: Readonly<Record<string, (value: Value) => boolean>> = {
    "anything-but": (value) => value !== null,
    cidr: (value) => typeof value === "string",
    "equals-ignore-case": (value) => typeof value === "string",
    exists: (value) => typeof value === "boolean",
    numeric: (value) => Array.isArray(value) && (value.length === 2 || value.length === 4),
    prefix: (value) => typeof value === "string" || isObject(value),
    suffix: (value) => typeof value === "string" || isObject(value),
    wildcard: (value) => typeof value === "string",
};

/**
 * Why a pattern that filters events or messages is none: it ends in lists of values and comparisons.
 * https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export function filterFault(given: string): string | undefined {
    let pattern: Value;
    try {
        pattern = JSON.parse(given);
    } catch {
        return "is not a JSON object";
    }
    return isObject(pattern) ? patternFault(pattern, []) : "is not a JSON object";
}

/** Attributes that the pattern names at its top, of which some filters take five at most. */
export function namesIn(given: string): string[] {
    const pattern: Value = JSON.parse(given);
    return isObject(pattern) ? Object.keys(pattern) : [];
}

function patternFault(pattern: Readonly<Record<string, Value>>, path: readonly string[]): string | undefined {
    for (const [name, value] of Object.entries(pattern)) {
        const here = [...path, name];
        if (isObject(value)) {
            const wrong = patternFault(value, here);
            if (wrong !== undefined) return wrong;
        } else if (!Array.isArray(value) || value.length === 0) {
            return `must have a list of values at ${here.join(".")}, has ${JSON.stringify(value)}`;
        } else if (name !== "$or") {
            const odd = value.find((one) => !isComparison(one));
            if (odd !== undefined) return `cannot compare ${here.join(".")} by ${JSON.stringify(odd)}`;
        }
    }
    return undefined;
}

function isComparison(value: Value): boolean {
    if (!isObject(value)) return !Array.isArray(value);
    const [[kind = "", operand = null] = [], ...more] = Object.entries(value);
    return more.length === 0 && COMPARES[kind]?.(operand) === true;
}
