import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { paths } from "../../tools/paths.mjs";
import { awsTable } from "./aws-table.ts";
import { azureTable } from "./azure-table.ts";
import { azureadTable } from "./azuread-table.ts";
import { fetchSources } from "./fetch-sources.ts";

/** Writes the tables of the clouds' models anew, from the sources that sources.yaml pins. */
const sources = parse(readFileSync(join(import.meta.dirname, "sources.yaml"), "utf8"));
const packages = fetchSources(sources, join(paths.root, ".platform", "cache", "model-sources"));

for (const [cloud, table] of [
    ["aws", awsTable(packages)],
    ["azure", await azureTable(packages)],
    ["azuread", azureadTable()],
] as const) {
    const lines = Object.entries(table.types).map(
        ([type, shape]) => `${JSON.stringify(type)}: ${JSON.stringify(shape)}`,
    );
    const head = JSON.stringify({ sources: sources[cloud] ?? {}, date: table.date }).slice(0, -1);
    const file = join(paths.root, "local", "providers", "models", `${cloud}.json`);
    writeFileSync(file, `${head},\n"types": {\n${lines.join(",\n")}\n}}\n`);
}
