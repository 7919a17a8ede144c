import type { Shape } from "../providers/models/shape.ts";
import type { Definition } from "./definition.ts";
import { type Names, nameIn } from "./names.ts";
import { together, withoutEmpty } from "./together.ts";

/** How the properties of one type are called in the cloud's definition. */
export interface Reading {
    readonly names: Names;
    /** Variants that the table keeps; the names of the others are kept alone. */
    readonly variants: readonly string[];
    /** Required by the cloud, and filled in by the provider where the program says nothing. */
    readonly filled: readonly string[];
    /** Texts by their description that may as well be objects. */
    readonly structured: readonly string[];
    /** Whether what the SDK takes as anything is what the definition says. */
    readonly anyIsMeant: boolean;
}

/** Beyond so many variants only those that the program has are kept. */
const MOST_VARIANTS = 6;

/** The SDK's shape of a value with what the cloud's definition says of it. */
export function overlay(
    shape: Shape,
    definition: Definition | undefined,
    reading: Reading,
    path: readonly string[] = [],
): Shape {
    if (shape.kind === "variants") return variants(shape, definition, reading, path);
    // An index and a list of one are the same to who names paths.
    if (shape.kind === "list") {
        // Where the API has a map, the SDK may have a list of objects that hold their names.
        const many = definition?.kind === "list" || definition?.kind === "map";
        const item = many ? definition.items?.() : definition;
        const own = definition?.kind === "list" ? limits(definition) : silence(definition);
        return { ...shape, ...own, ...(shape.items && { items: overlay(shape.items, item, reading, path) }) };
    }
    if (definition?.kind === "list" && shape.kind === "object") {
        return overlay(shape, definition.items?.(), reading, path);
    }
    if (shape.kind === "object") return object(shape, definition, reading, path);
    if (shape.kind === "map") return map(shape, definition, reading, path);
    if (definition === undefined) return { ...shape, ...silence(definition) };
    if (shape.expression && reading.structured.includes(path.at(-1) ?? "")) return { kind: "any" };
    if (shape.kind === "any") return reading.anyIsMeant ? meant(shape, definition, reading, path) : shape;
    return { ...shape, ...scalar(shape, definition) };
}

function object(shape: Shape, definition: Definition | undefined, reading: Reading, path: readonly string[]): Shape {
    const known = new Map<string, string>();
    const properties = Object.entries(shape.properties ?? {}).map(([name, inside]): [string, Shape] => {
        const place = [...path, name];
        const found = nameIn(definition, reading.names, place);
        if (found !== undefined && !found.includes(".")) known.set(found, name);
        return [name, overlay(inside, found === undefined ? undefined : at(definition, found), reading, place)];
    });
    return {
        ...shape,
        properties: Object.fromEntries(properties),
        ...(definition && together(shape, definition, known, reading.filled, path)),
        ...silence(definition),
    };
}

/** The SDK has a map where CloudFormation has a list of keys with values. */
function map(shape: Shape, definition: Definition | undefined, reading: Reading, path: readonly string[]): Shape {
    const pair = definition?.kind === "list" ? definition.items?.() : undefined;
    const values = pair?.properties?.Value ?? definition?.items;
    const keys = pair?.properties?.Key ?? pair?.properties?.Name ?? definition?.keys;
    return {
        ...shape,
        ...(shape.items && { items: overlay(shape.items, values?.(), reading, path) }),
        ...(keys && { keys: { kind: "text", ...scalar({ kind: "text" }, keys()) } }),
        ...(definition && limits(definition)),
        ...silence(definition),
    };
}

function variants(shape: Shape, definition: Definition | undefined, reading: Reading, path: readonly string[]): Shape {
    const all = Object.entries(shape.variants ?? {});
    const kept = all.length <= MOST_VARIANTS ? all : all.filter(([name]) => reading.variants.includes(name));
    const others = all.map(([name]) => name).filter((name) => !kept.some(([one]) => one === name));
    const read = kept.map(([name, one]): [string, Shape] => {
        return [name, overlay(one, definition?.variant?.(name), reading, path)];
    });
    return { ...shape, variants: Object.fromEntries(read), ...(others.length > 0 && { others }) };
}

/** The SDK takes anything; the definition may say more. */
function meant(shape: Shape, definition: Definition, reading: Reading, path: readonly string[]): Shape {
    if (definition.kind === "map") return map({ kind: "map", items: { kind: "any" } }, definition, reading, path);
    if (definition.kind === "list") return { kind: "list", ...limits(definition) };
    return shape;
}

function scalar(shape: Shape, definition: Definition): Partial<Shape> {
    const oneOf = definition.oneOf ?? shape.oneOf;
    const fits = (kind: string) => shape.kind === kind && (definition.kind === kind || definition.kind === "any");
    return withoutEmpty({
        ...(oneOf && { oneOf }),
        ...(fits("text") && pick(definition, ["pattern", "shortest", "longest"])),
        ...(definition.kind === "number" && pick(definition, ["least", "most", "whole"])),
    });
}

function limits(definition: Definition): Partial<Shape> {
    return withoutEmpty(pick(definition, ["fewest", "mostItems", "unique"]));
}

function silence(definition: Definition | undefined): Partial<Shape> {
    return definition === undefined ? { silent: true } : {};
}

function at(definition: Definition | undefined, name: string): Definition | undefined {
    return name.split(".").reduce<Definition | undefined>((here, step) => {
        const inside = here?.kind === "list" ? here.items?.() : here;
        return inside?.properties?.[step]?.();
    }, definition);
}

function pick<K extends keyof Definition>(definition: Definition, names: readonly K[]): Partial<Pick<Definition, K>> {
    const found = names.flatMap((name) => (definition[name] === undefined ? [] : [[name, definition[name]]]));
    return Object.fromEntries(found) as Partial<Pick<Definition, K>>;
}
