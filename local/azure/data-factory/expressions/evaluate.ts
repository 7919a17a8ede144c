import { type Expression, parse } from "./parse.ts";

/** What an expression may speak of. */
export interface Scope {
    readonly runId: string;
    /** Status, output and error of each activity that has ended, by name. */
    readonly activities: ReadonlyMap<string, object>;
    /** Parameters of the dataset in which the expression stands. */
    readonly dataset?: Readonly<Record<string, unknown>>;
}

type Compute = (given: readonly unknown[], scope: Scope) => unknown;

const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

/** What our pipelines call; the rest of the language is refused by name, never guessed. */
const FUNCTIONS: Readonly<Record<string, Compute>> = {
    activity: ([name], { activities }) => {
        const found = activities.get(String(name));
        if (found === undefined) throw new Error(`the activity ${name} has not run`);
        return found;
    },
    coalesce: (given) => given.find((one) => one !== null && one !== undefined) ?? null,
    concat: (given) => given.map(text).join(""),
    dataset: (_, { dataset }) => dataset,
    equals: ([one, other]) => one === other,
    if: ([condition, one, other]) => (condition === true ? one : other),
    json: ([source]) => JSON.parse(String(source)),
    pipeline: (_, { runId }) => ({ RunId: runId }),
    string: ([value]) => text(value),
};

/** A property's value: what begins with `@` is an expression, `@@` a text that begins with one `@`. */
export function evaluateText(source: string, scope: Scope): unknown {
    if (source.startsWith("@@")) return source.slice(1);
    return source.startsWith("@") ? evaluate(parse(source.slice(1)), scope) : source;
}

/** A structure with all its expressions computed. */
export function evaluateAll(value: unknown, scope: Scope): unknown {
    if (Array.isArray(value)) return value.map((one) => evaluateAll(one, scope));
    if (typeof value !== "object" || value === null) return value;
    const { type, value: source } = value as { type?: unknown; value?: unknown };
    if (type === "Expression" && typeof source === "string") return evaluateText(source, scope);
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, evaluateAll(one, scope)]));
}

function evaluate(expression: Expression, scope: Scope): unknown {
    if (expression.kind === "value") return expression.value;
    if (expression.kind === "call") {
        const compute = Object.hasOwn(FUNCTIONS, expression.name) ? FUNCTIONS[expression.name] : undefined;
        if (compute === undefined) throw new Error(`the runner does not know the function ${expression.name}`);
        return compute(
            expression.given.map((one) => evaluate(one, scope)),
            scope,
        );
    }
    const { name, optional } = expression;
    const of = evaluate(expression.of, scope);
    if (typeof of === "object" && of !== null && Object.hasOwn(of, name)) return (of as Record<string, unknown>)[name];
    if (optional) return null;
    throw new Error(`the expression has no property ${name}`);
}
