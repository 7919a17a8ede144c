import { isObject, type Value } from "./value.ts";

export type Step = string | number | "*";
export type Path = readonly Step[];

/** Reads `rules[0].noncurrentDays`, `tags["a.b"]` or, with `[*]` for every item, `queues[*].events`. */
export function parsePath(text: string): Path {
    const steps: Step[] = [];
    const token = /\.?([^.[\]"]+)|\[(\d+|\*)\]|\["((?:[^"\\]|\\.)*)"\]/y;
    while (token.lastIndex < text.length) {
        const at = token.lastIndex;
        const match = token.exec(text);
        if (!match || (at === 0 && text.startsWith("."))) throw new Error(`not a property path: ${text}`);
        const [, name, index, quoted] = match;
        if (name !== undefined) steps.push(name);
        else if (index !== undefined) steps.push(index === "*" ? "*" : Number(index));
        else steps.push(JSON.parse(`"${quoted}"`) as string);
    }
    if (steps.length === 0) throw new Error("the property path is empty");
    return steps;
}

export function formatPath(path: Path): string {
    return path.reduce<string>((text, step) => {
        if (typeof step === "number" || step === "*") return `${text}[${step}]`;
        if (!/^[\w$:@/-]+$/.test(step)) return `${text}[${JSON.stringify(step)}]`;
        return text === "" ? step : `${text}.${step}`;
    }, "");
}

/** The value at the path, or undefined. */
export function valueAt(value: Value | undefined, path: Path): Value | undefined {
    let here = value;
    for (const step of path) {
        if (Array.isArray(here)) here = typeof step === "number" ? here[step] : undefined;
        else here = isObject(here) ? here[step] : undefined;
    }
    return here;
}

/** Every place that a path with `[*]` names, as far as the value has it; the last step may be absent. */
export function expand(value: Value | undefined, path: Path): { path: Path; value: Value | undefined }[] {
    const star = path.indexOf("*");
    if (star === -1) return parentExists(value, path) ? [{ path, value: valueAt(value, path) }] : [];
    const before = path.slice(0, star);
    const list = valueAt(value, before);
    if (!Array.isArray(list)) return [];
    return list.flatMap((_, index) => expand(value, [...before, index, ...path.slice(star + 1)]));
}

function parentExists(value: Value | undefined, path: Path): boolean {
    const parent = valueAt(value, path.slice(0, -1));
    return isObject(parent) || Array.isArray(parent);
}
