import { readRunFile } from "../../local/services/run-file.ts";
import { Store } from "../../local/store/store.ts";
import { groupBy } from "../cli/group-by.ts";
import { chosenStacks } from "./chosen-stacks.ts";

export interface Places {
    /** Root of the store: one folder a stack. */
    readonly store: string;
    /** Run file of the local services. */
    readonly servicesFile: string;
}

/** What runs and what the store holds, in plain text. */
export async function status(
    { store, servicesFile }: Places,
    stack: string | undefined,
    all: boolean,
): Promise<string> {
    const stacks = await chosenStacks(store, stack);
    const holdings = await Promise.all(stacks.map((name) => holding(new Store(store, name), name, all)));
    const held = holdings.flat();
    return [services(servicesFile), "", ...(held.length > 0 ? held : ["The store holds no resources."]), ""].join("\n");
}

function services(file: string): string {
    const run = readRunFile(file);
    if (run === undefined) return "No local services are running (npm start starts them).";
    const { endpoint, pid, startedAt, accountId, region } = run;
    return `Local services run at ${endpoint} (process ${pid}, since ${startedAt}) as account ${accountId} in ${region}.`;
}

async function holding(store: Store, stack: string, all: boolean): Promise<string[]> {
    const resources = await store.list();
    if (resources.length === 0) return [];
    const count = `${resources.length} resource${resources.length === 1 ? "" : "s"}`;
    const heading = `Stack ${stack} holds ${count} in the clouds; components are in none:`;
    const urns = resources.map(({ urn }) => `  ${urn}`).sort();
    if (all) return [heading, ...urns];
    const byType = [...groupBy(resources, ({ type }) => type)].sort(([one], [other]) => (one < other ? -1 : 1));
    return [heading, ...byType.map(([type, { length }]) => `  ${String(length).padStart(4)}  ${type}`)];
}
