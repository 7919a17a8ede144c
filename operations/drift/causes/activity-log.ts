import type { AskAzure } from "./azure-client.ts";
import type { Doing, Records, Subject } from "./cause.ts";

/** Azure keeps no older entry. */
const LONGEST_MILLISECONDS = 90 * 86_400_000;
const MOST_PAGES = 5;

interface Entry {
    caller?: string;
    eventTimestamp?: string;
    operationName?: { value?: string };
    status?: { value?: string };
}

interface Page {
    value?: Entry[];
    nextLink?: string;
}

/** The Activity Log of a subscription: who wrote or deleted what. */
export class ActivityLogRecords implements Records {
    readonly #ask: AskAzure;
    readonly #now: () => number;

    constructor(ask: AskAzure, now: () => number = Date.now) {
        this.#ask = ask;
        this.#now = now;
    }

    knows(type: string): boolean {
        return type.startsWith("azure-native:");
    }

    async newest({ id, since }: Subject): Promise<Doing | undefined> {
        const subscription = /^\/subscriptions\/([^/]+)/i.exec(id)?.[1];
        if (subscription === undefined) return undefined;
        const from = new Date(Math.max(since.getTime(), this.#now() - LONGEST_MILLISECONDS)).toISOString();
        const query = new URLSearchParams({
            "api-version": "2015-04-01",
            $filter: `eventTimestamp ge '${from}' and resourceUri eq '${id.replaceAll("'", "''")}'`,
        });
        let next = `/subscriptions/${subscription}/providers/Microsoft.Insights/eventtypes/management/values?${query}`;
        const found: Doing[] = [];
        for (let page = 0; page < MOST_PAGES && next !== ""; page++) {
            const { value = [], nextLink = "" } = (await this.#ask(next)) as Page;
            found.push(...value.flatMap(doing));
            next = nextLink;
        }
        return found.sort((one, other) => other.at.localeCompare(one.at))[0];
    }
}

function doing({ caller, eventTimestamp, operationName, status }: Entry): Doing[] {
    const what = operationName?.value ?? "";
    if (!/\/(write|delete|action)$/i.test(what) || status?.value !== "Succeeded" || !eventTimestamp) return [];
    return [{ who: caller ?? "unknown", what, at: new Date(eventTimestamp).toISOString() }];
}
