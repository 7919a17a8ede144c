import { readFileSync } from "node:fs";
import { join } from "node:path";
import { paths } from "../../../tools/paths.mjs";
import type { Shape, ShapeTable } from "./shape.ts";

/** What a table was made from, for messages and reviews. */
export interface Sources {
    /** Packages with their versions. */
    readonly sources: Readonly<Record<string, string>>;
    /** Of the newest definitions among them. */
    readonly date: string;
}

type Table = Sources & { readonly types: ShapeTable };

/** Clouds by the provider that sends to them. */
const FILES: Readonly<Record<string, string>> = {
    aws: "aws.json",
    "azure-native": "azure.json",
    azuread: "azuread.json",
};

/** What the models say of the inputs of a type, or undefined when none of them knows it. */
export function shapeOf(type: string): Shape | undefined {
    return tableOf(type.split(":")[0] ?? "")?.types[type];
}

/** Types that the models know. */
export function shapedTypes(): string[] {
    return Object.keys(FILES).flatMap((provider) => Object.keys(tableOf(provider)?.types ?? {}));
}

export function sourcesOf(provider: string): Sources | undefined {
    return tableOf(provider);
}

const read = new Map<string, Table>();

function tableOf(provider: string): Table | undefined {
    const file = FILES[provider];
    if (file === undefined) return undefined;
    const known = read.get(provider);
    if (known !== undefined) return known;
    const folder = join(paths.root, "local", "providers", "models");
    const table: Table = JSON.parse(readFileSync(join(folder, file), "utf8"));
    read.set(provider, table);
    return table;
}
