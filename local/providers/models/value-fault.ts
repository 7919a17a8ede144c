import { isObject, type Value } from "../../store/value.ts";
import { show } from "../checks/show.ts";
import { hasUnknown } from "../values/plain.ts";
import type { Shape } from "./shape.ts";

/** Why the model takes no such value, without what is inside of it. */
export function valueFault(shape: Shape, value: Value): string | undefined {
    if (shape.expression && shape.kind === "text" && typeof value !== "string") {
        return `must be a text or an expression, got ${show(value)}`;
    }
    const kind = kindFault(shape, value);
    if (kind !== undefined) return kind;
    if (shape.oneOf && !shape.oneOf.some((one) => one === value || String(one) === value)) {
        return `must be one of ${shape.oneOf.join(", ")}, got ${show(value)}`;
    }
    if (typeof value === "string" && shape.kind === "text") return textFault(shape, value);
    if (shape.kind === "number" || shape.least !== undefined || shape.most !== undefined)
        return numberFault(shape, value);
    if (Array.isArray(value)) return amountFault(shape, value);
    const counted = shape.fewest !== undefined || shape.mostItems !== undefined;
    return counted && isObject(value) ? amountFault(shape, Object.keys(value)) : undefined;
}

const MEANT: Readonly<Partial<Record<Shape["kind"], string>>> = {
    text: "a text",
    number: "a number",
    flag: "true or false",
    list: "a list",
    map: "a map of names to values",
    object: "an object",
    variants: "an object",
};

function kindFault(shape: Shape, value: Value): string | undefined {
    if (fits(shape.kind, value)) return undefined;
    const each = shape.kind === "map" && shape.items?.kind === "object" ? " such as { [name]: {} }" : "";
    return `must be ${MEANT[shape.kind]}${each}, got ${show(value)}`;
}

/** A provider turns numbers and flags into texts, and back. */
function fits(kind: Shape["kind"], value: Value): boolean {
    switch (kind) {
        case "text":
            return typeof value !== "object";
        case "number":
            return (
                typeof value === "number" ||
                (typeof value === "string" && /\d/.test(value) && !Number.isNaN(Number(value)))
            );
        case "flag":
            return typeof value === "boolean" || value === "true" || value === "false";
        case "list":
            return Array.isArray(value);
        case "map":
        case "object":
        case "variants":
            return isObject(value);
        default:
            return true;
    }
}

function textFault({ pattern, shortest = 0, longest }: Shape, text: string): string | undefined {
    if (longest !== undefined && text.length > longest) {
        return `must have at most ${longest} characters, has ${text.length}`;
    }
    if (text.length < shortest) return `must have at least ${shortest} characters, has ${text.length}`;
    const reads = pattern === undefined ? undefined : expressionOf(pattern);
    return reads && !reads.test(text) ? `must match ${pattern}, got ${show(text)}` : undefined;
}

function numberFault({ least, most, whole }: Shape, value: Value): string | undefined {
    const number = Number(value);
    const fits = (!whole || Number.isInteger(number)) && number >= (least ?? -Infinity) && number <= (most ?? Infinity);
    if (fits) return undefined;
    const limits = [least === undefined ? "" : `from ${least}`, most === undefined ? "" : `to ${most}`].filter(Boolean);
    return `must be a ${whole ? "whole " : ""}number ${limits.join(" ")}`.trimEnd().concat(`, got ${show(value)}`);
}

function amountFault({ fewest = 0, mostItems, unique }: Shape, items: readonly Value[]): string | undefined {
    if (mostItems !== undefined && items.length > mostItems) {
        return `must have at most ${mostItems} items, has ${items.length}`;
    }
    if (items.length < fewest) return `must have at least ${fewest} items, has ${items.length}`;
    if (!unique || hasUnknown([...items])) return undefined;
    const texts = items.map((item) => JSON.stringify(item));
    const twice = texts.find((text, index) => texts.indexOf(text) !== index);
    return twice === undefined ? undefined : `must have no item twice, and has ${twice}`;
}

/** Undefined for a pattern that JavaScript does not read; a test names those. */
export function expressionOf(pattern: string): RegExp | undefined {
    const known = compiled.get(pattern);
    if (known !== undefined || compiled.has(pattern)) return known;
    const made = compile(pattern);
    compiled.set(pattern, made);
    return made;
}

const compiled = new Map<string, RegExp | undefined>();

function compile(pattern: string): RegExp | undefined {
    for (const flags of ["u", ""]) {
        try {
            return new RegExp(pattern, flags);
        } catch {
            // Some services escape what needs none, which only the older rules take.
        }
    }
    return undefined;
}
