import { fails, type Outcome } from "../outcome.ts";

/** Whoever copies a settings file and forgets a line deploys somewhere else, or tells nobody of fraud. */
const EXAMPLES: readonly (readonly [RegExp, string])[] = [
    [/(^|[@./])[\w-]+\.example([/:]|$)/i, "an address of .example, which reaches nobody (RFC 2606)"],
    [/^(\d)\1{11}$|arn:aws:[\w-]*:[\w-]*:(\d)\2{11}:/, "an account of the example"],
    [/(^|[^0-9a-f])(\d)\2{6}[\d]-\2{4}-4\2{3}-8\2{3}-[0-9a-f]{12}/i, "an id of the example"],
    [/^bank-example[@/]/, "a repository of the example"],
];

/** Values that are still those of the example, one line for each. */
export function exampleValues(file: string, config: Readonly<Record<string, unknown>>): Outcome[] {
    return Object.entries(config).flatMap(([key, value]) =>
        leavesOf(value, key).flatMap(([path, text]) => {
            const found = EXAMPLES.find(([pattern]) => pattern.test(text));
            return found === undefined ? [] : [fails(`${file}: ${path}`, `is ${text}, ${found[1]}`, "Write your own.")];
        }),
    );
}

function leavesOf(value: unknown, path: string): [string, string][] {
    if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, `${path}[${index}]`));
    if (value instanceof Object) {
        return Object.entries(value).flatMap(([key, item]) => leavesOf(item, `${path}.${key}`));
    }
    return typeof value === "string" ? [[path, value]] : [];
}
