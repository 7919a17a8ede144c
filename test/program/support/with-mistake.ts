import { parsePath } from "../../../local/store/paths.ts";
import type { Properties, Value } from "../../../local/store/value.ts";

/** What a mistake writes for a property that it leaves out. */
const LEFT_OUT = "(left out)";

/**
 * The inputs with another value at one path. Behind a slash a path leads into a text of JSON; in a policy the first step there
 * is a statement, by its number or by one of its actions.
 */
export function withMistake(inputs: Properties, path: string, value: unknown): Properties {
    const copy = structuredClone(inputs);
    const [property = "", ...inside] = path.startsWith("parameters[") ? [path] : path.split("/");
    if (inside.length === 0) return put(copy, parsePath(path), value);
    const document = JSON.parse(String(copy[property]));
    const [first = "", ...steps] = inside;
    const statement = Array.isArray(document.Statement) ? statementOf(document.Statement, first) : undefined;
    if (statement === undefined) put(document, inside, value);
    else put(statement, steps, value);
    return { ...copy, [property]: JSON.stringify(document) };
}

function statementOf(statements: { Action: string | string[] }[], named: string): Properties | undefined {
    const found = /^\d+$/.test(named)
        ? statements[Number(named)]
        : statements.find(({ Action }) => [Action].flat().includes(named));
    return found as Properties | undefined;
}

function put(into: Properties, steps: readonly (string | number)[], value: unknown): Properties {
    const [last = "", ...before] = [...steps].reverse();
    const holder = before.reverse().reduce<Value>((here, step) => (here as Properties)[step] ?? null, into);
    if (value === LEFT_OUT) delete (holder as Properties)[last];
    else (holder as Record<string, unknown>)[last] = value;
    return into;
}
