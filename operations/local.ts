import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { main } from "./cli/main.ts";
import { UserError } from "./cli/user-error.ts";
import { query } from "./local/query.ts";
import { set } from "./local/set.ts";
import { status } from "./local/status.ts";

await main(async (args) => {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            stack: { type: "string" },
            param: { type: "string", multiple: true, default: [] },
            list: { type: "boolean", default: false },
        },
    });
    process.stdout.write(await answer(positionals, values));
    return 0;
});

interface Options {
    stack?: string;
    list: boolean;
    param: string[];
}

async function answer(positionals: string[], { stack, list, param }: Options): Promise<string> {
    const [verb, resource, path, json, ...rest] = positionals;
    if (verb === undefined) return status({ store: paths.store, servicesFile: paths.servicesFile }, stack, list);
    if (verb === "query") return query(paths.servicesFile, resource, param);
    if (verb !== "set") throw new UserError(`Unknown command "${verb}": there are set and query. Try --help.`);
    if (resource === undefined || path === undefined || json === undefined || rest.length > 0) {
        throw new UserError("set needs three things: RESOURCE PROPERTY.PATH JSON. Try --help.");
    }
    return set(paths.store, stack, { resource, path, json });
}
