import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { main } from "./cli/main.ts";
import { requireWritable } from "./cli/require-writable.ts";
import { UserError } from "./cli/user-error.ts";
import { writeOutput } from "./cli/write-output.ts";
import { FORMATS, type Format } from "./local/answer-text.ts";
import { query } from "./local/query.ts";
import { set } from "./local/set.ts";
import { sets } from "./local/sets.ts";
import { status } from "./local/status.ts";

await main(async (args) => {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            stack: { type: "string" },
            param: { type: "string", multiple: true, default: [] },
            format: { type: "string" },
            out: { type: "string" },
            list: { type: "boolean", default: false },
        },
    });
    const { out } = values;
    if (out) await requireWritable(out);
    const text = await answer(positionals, values);
    if (out) await writeOutput(out, text);
    else process.stdout.write(text);
    return 0;
});

interface Options {
    stack?: string;
    list: boolean;
    param: string[];
    format?: string;
    out?: string;
}

async function answer(positionals: string[], { stack, list, param, format, out }: Options): Promise<string> {
    const [verb, resource, path, json, ...rest] = positionals;
    if (verb === undefined) return status({ store: paths.store, servicesFile: paths.servicesFile }, stack, list);
    if (verb === "query") {
        return query(paths.servicesFile, resource, param, {
            format: formatOf(format),
            width: out ? Number.POSITIVE_INFINITY : width(),
        });
    }
    if (verb === "sets") return sets({ store: paths.store, servicesFile: paths.servicesFile }, stack);
    if (verb !== "set") throw new UserError(`Unknown command "${verb}": there are set, sets and query. Try --help.`);
    if (resource === undefined || path === undefined || json === undefined || rest.length > 0) {
        throw new UserError("set needs three things: RESOURCE PROPERTY.PATH JSON. Try --help.");
    }
    return set(paths.store, stack, { resource, path, json });
}

function formatOf(asked = "table"): Format {
    const found = FORMATS.find((format) => format === asked);
    if (found === undefined) throw new UserError(`--format takes ${FORMATS.join(", ")}, got "${asked}".`);
    return found;
}

/** Of the terminal; what goes elsewhere has no end. */
function width(): number {
    return process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY;
}
