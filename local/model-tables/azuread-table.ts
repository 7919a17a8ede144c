import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { paths } from "../../tools/paths.mjs";
import type { Shape } from "../providers/models/shape.ts";
import type { Table } from "./aws-table.ts";
import { SdkTypes } from "./sdk-types.ts";

type Limits = Omit<Shape, "kind">;

interface Published {
    readonly date: string;
    readonly types: Readonly<Record<string, Readonly<Record<string, Limits>>>>;
    /** Patterns by the names that the limits have for them. */
    readonly [pattern: string]: unknown;
}

/** What Pulumi's SDK declares, with what the provider's own schema refuses, which is written down beside this. */
export function azureadTable(): Table {
    const published: Published = parse(readFileSync(join(import.meta.dirname, "azuread-types.yaml"), "utf8"));
    const sdk = new SdkTypes(join(paths.nodeModules, "@pulumi", "azuread"));
    const types = Object.entries(published.types).map(([type, limits]): [string, Shape] => {
        const within = (shape: Shape, [path, own]: [string, Limits]) =>
            limited(shape, path.split("."), named(own, published), `${type} ${path}`);
        return [type, Object.entries(limits).reduce(within, sdk.inputsOf(type))];
    });
    return { date: published.date, types: Object.fromEntries(types) };
}

function named({ pattern, ...limits }: Limits, published: Published): Limits {
    return pattern === undefined ? limits : { ...limits, pattern: String(published[pattern]) };
}

function limited(shape: Shape, [step, ...rest]: readonly string[], limits: Limits, place: string): Shape {
    if (step === undefined) return { ...shape, ...limits };
    const inside = step === "*" ? shape.items : shape.properties?.[step];
    if (inside === undefined) throw new Error(`azuread-types.yaml: the SDK has no ${place}`);
    const found = limited(inside, rest, limits, place);
    return step === "*" ? { ...shape, items: found } : { ...shape, properties: { ...shape.properties, [step]: found } };
}
