import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { main } from "./cli/main.ts";
import { UserError } from "./cli/user-error.ts";
import { query } from "./local/query.ts";
import { set } from "./local/set.ts";
import { status } from "./local/status.ts";

const HELP = `Usage: npm run local [-- --list] [--stack STACK]
       npm run local -- set RESOURCE PROPERTY.PATH JSON [--stack STACK]
       npm run local -- query [NAME] [--param KEY=VALUE]...

Without arguments: what of the local cloud is running, and what its store holds.

  set             changes one property of a resource in the store, behind the
                  program's back: a drift drill. RESOURCE is a URN, or a name
                  that only one resource has (bulk, Queue::bulk). JSON null
                  removes the property. See it with
                    npm run pulumi -- refresh --preview-only --stack STACK
                  The running services are not touched.
  query           runs a saved query of the running platform on the local Athena
                  and prints what it found; without NAME: which there are
  --param K=V     the value of one of its parameters
  --list          every URN instead of counts
  --stack STACK   only this stack
  --help          this text

Examples: npm run local -- set Queue::bulk visibilityTimeoutSeconds 30
          npm run local -- query structuring --param from=2026-10-01 --param to=2026-10-31
`;

await main(async (args) => {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            stack: { type: "string" },
            param: { type: "string", multiple: true, default: [] },
            list: { type: "boolean", default: false },
            help: { type: "boolean", default: false },
        },
    });
    process.stdout.write(values.help ? HELP : await answer(positionals, values));
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
