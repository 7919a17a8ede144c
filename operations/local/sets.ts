import { localClients } from "../../local/services/clients.ts";
import { readRunFile } from "../../local/services/run-file.ts";
import { Store } from "../../local/store/store.ts";
import { UserError } from "../cli/user-error.ts";
import { readSets, setLines } from "../start/sets.ts";
import type { Places } from "./status.ts";

const TABLE = "aws:dynamodb/table:Table";

/** The sets from Azure that count now, each with its age. */
export async function sets({ store, servicesFile }: Places, stack = "local"): Promise<string> {
    if (readRunFile(servicesFile) === undefined) throw new UserError("No local services are running. Start: npm start");
    const stored = await new Store(store, stack).list();
    const table = stored.find(({ type, name }) => type === TABLE && name === "supplementary-runs");
    if (table === undefined) throw new UserError(`The stack ${stack} has no table of runs yet.`);
    const clients = localClients(servicesFile);
    try {
        const lines = setLines(await readSets(clients, table.id));
        return `${(lines.length > 0 ? lines : ["No set came from Azure."]).join("\n")}\n`;
    } finally {
        clients.close();
    }
}
