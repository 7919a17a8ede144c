import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { paths } from "../../tools/paths.mjs";
import type { Shape } from "../providers/models/shape.ts";
import type { Table } from "./aws-table.ts";
import { classOf, mappersOf } from "./azure-mappers.ts";
import { overlay } from "./overlay.ts";
import { SdkTypes } from "./sdk-types.ts";

interface Types {
    readonly types: Readonly<Record<string, string>>;
    readonly variants: readonly string[];
    readonly structured: readonly string[];
}

/** Day of the newest package in sources.yaml, where the day of each stands. */
const NEWEST = "2026-04-11";

/** Pulumi takes it from its configuration. */
const FILLED = ["location"];

export async function azureTable(packages: string): Promise<Table> {
    const { types, variants, structured }: Types = parse(
        readFileSync(join(import.meta.dirname, "azure-types.yaml"), "utf8"),
    );
    const sdk = new SdkTypes(join(paths.nodeModules, "@pulumi", "azure-native"));
    const shapes: Record<string, Shape> = {};
    for (const [type, place] of Object.entries(types)) {
        const [client = "", name = ""] = place.split(" ");
        const definition = classOf(await mappersOf(packages, client), name);
        const reading = { names: {}, variants, structured, filled: FILLED, anyIsMeant: true };
        shapes[type] = overlay(sdk.inputsOf(type), definition, reading);
    }
    return { date: NEWEST, types: shapes };
}
