import type { SupplementaryRun } from "../../../contract/files/supplementary.ts";
import type { ArrivedBatch, End, Ports } from "../../../functions/receive/ports.ts";
import { receive } from "../../../functions/receive/receive.ts";
import { Refusal } from "../../../functions/receive/refusal.ts";
import { type Event, requestOf } from "../../../functions/receive/request.ts";

export const RUN = "0f8fad5b-d9cb-469f-a165-70867728950e";
export const NOW = new Date("2026-11-22T03:00:00.000Z");
export const rating = (accountId: string) => ({ accountId, rating: "high", ratedOn: "2026-11-01" });

/** A request as API Gateway hands it over. */
export function event(verb: string, body: unknown, changes: Partial<Event> = {}): Event {
    return {
        routeKey: `POST /supplementary/{set}/{run}/${verb}`,
        headers: { authorization: "Bearer good-token" },
        pathParameters: { set: "customer-risk-ratings", run: RUN },
        body: JSON.stringify(body),
        isBase64Encoded: false,
        ...changes,
    };
}

/** A world in memory: what lies in the bucket, what the ledger knows, who was told. */
export class World implements Ports {
    readonly objects = new Map<string, string>();
    readonly told: object[] = [];
    readonly opened: string[] = [];
    readonly rows = new Map<string, ArrivedBatch>();
    end: End | undefined;
    /** Steps that fail once, as when AWS does not answer. */
    readonly failing = new Set<string>();

    readonly runs = {
        ended: async () => this.end,
        noteBatch: async (_: SupplementaryRun, batch: ArrivedBatch) => {
            this.#mayFail("noteBatch");
            this.rows.set(batch.sha256, batch);
        },
        batches: async () => [...this.rows.values()],
        noteEnd: async (_: SupplementaryRun, end: End) => {
            this.#mayFail("noteEnd");
            this.end ??= end;
            return this.end;
        },
    };

    readonly discrepancies = {
        publish: async (_: string, message: object) => {
            this.#mayFail("publish");
            this.told.push(message);
        },
    };

    async open(token: string, { run }: SupplementaryRun) {
        if (token !== "good-token") throw new Refusal("token-refused");
        this.opened.push(run);
        return {
            writeOnce: async (key: string, body: string) => {
                this.#mayFail("write");
                if (!this.objects.has(key)) this.objects.set(key, body);
            },
        };
    }

    /** The outcome, or the code of the refusal; what is neither is thrown. */
    async send(given: Event): Promise<unknown> {
        try {
            return await receive(requestOf(given), this, NOW);
        } catch (error) {
            if (error instanceof Refusal) return error.code;
            throw error;
        }
    }

    #mayFail(step: string): void {
        if (this.failing.delete(step)) throw new Error(`no answer to ${step}`);
    }
}
