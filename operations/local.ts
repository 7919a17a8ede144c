import { parseArgs } from "node:util";
import { paths } from "../tools/paths.mjs";
import { main } from "./cli/main.ts";
import { UserError } from "./cli/user-error.ts";
import { set } from "./local/set.ts";
import { status } from "./local/status.ts";

const HELP = `Usage: npm run local [-- --list] [--stack STACK]
       npm run local -- set RESOURCE PROPERTY.PATH JSON [--stack STACK]

Without arguments: what of the local cloud is running, and what its store holds.

  set             changes one property of a resource in the store, behind the
                  program's back: a drift drill. RESOURCE is a URN, or a name
                  that only one resource has (bulk, Queue::bulk). JSON null
                  removes the property. See it with
                    npm run pulumi -- refresh --preview-only --stack STACK
                  The running services are not touched.
  --list          every URN instead of counts
  --stack STACK   only this stack
  --help          this text

Example: npm run local -- set Queue::bulk visibilityTimeoutSeconds 30
`;

await main(async (args) => {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            stack: { type: "string" },
            list: { type: "boolean", default: false },
            help: { type: "boolean", default: false },
        },
    });
    process.stdout.write(values.help ? HELP : await answer(positionals, values));
    return 0;
});

async function answer(positionals: string[], { stack, list }: { stack?: string; list: boolean }): Promise<string> {
    const [verb, resource, path, json, ...rest] = positionals;
    if (verb === undefined) return status({ store: paths.store, servicesFile: paths.servicesFile }, stack, list);
    if (verb !== "set") throw new UserError(`Unknown command "${verb}": only set is known. Try --help.`);
    if (resource === undefined || path === undefined || json === undefined || rest.length > 0) {
        throw new UserError("set needs three things: RESOURCE PROPERTY.PATH JSON. Try --help.");
    }
    return set(paths.store, stack, { resource, path, json });
}
