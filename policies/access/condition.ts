import { fits } from "../checks/statements/pattern.ts";
import type { Test } from "./statement.ts";

/** What is known of a request, by key in small letters. A key with an empty list is known to be absent. */
export type Context = ReadonlyMap<string, readonly string[]>;

/** `open` when it depends on something that nobody knows before the request. */
export type Outcome = "true" | "false" | "open";

/** Whether a request fulfils one test. */
export function outcomeOf(test: Test, context: Context): Outcome {
    const given = context.get(test.key);
    if (given === undefined) return "open";
    return holds(test, given, context) ? "true" : "false";
}

function holds({ operator, values, ifExists, set }: Test, given: readonly string[], context: Context): boolean {
    if (operator === "null") return values.some((value) => (value === "true") === (given.length === 0));
    if (given.length === 0) return ifExists || set === "all" || operator.includes("not");
    const negated = operator.includes("not");
    const compare = COMPARED[operator.replace("not", "")];
    if (compare === undefined) return false;
    const fitsOne = (one: string) => values.some((value) => compare(filled(value, context), one));
    const passes = (one: string) => (negated ? !fitsOne(one) : fitsOne(one));
    return set === "any" || (set === undefined && !negated) ? given.some(passes) : given.every(passes);
}

const COMPARED: Readonly<Record<string, (wanted: string, given: string) => boolean>> = {
    stringequals: (wanted, given) => wanted === given,
    stringequalsignorecase: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
    stringlike: fits,
    arnequals: arnFits,
    arnlike: arnFits,
    bool: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
    numericequals: (wanted, given) => Number(wanted) === Number(given),
    numericlessthan: (wanted, given) => Number(given) < Number(wanted),
    numericlessthanequals: (wanted, given) => Number(given) <= Number(wanted),
    numericgreaterthan: (wanted, given) => Number(given) > Number(wanted),
    numericgreaterthanequals: (wanted, given) => Number(given) >= Number(wanted),
};

/** A wildcard in an ARN stays within its part, but for the last. */
function arnFits(wanted: string, given: string): boolean {
    const [one, other] = [parts(wanted), parts(given)];
    return one.length === other.length && one.every((part, index) => fits(part, other[index] ?? ""));
}

function parts(arn: string): string[] {
    const all = arn.split(":");
    return [...all.slice(0, 5), all.slice(5).join(":")];
}

/** `${aws:userid}` stands for what the request says; unknown, it fits nothing. */
function filled(value: string, context: Context): string {
    return value.replace(/\$\{([\w:/-]+)\}/g, (written, key: string) => context.get(key.toLowerCase())?.[0] ?? written);
}
