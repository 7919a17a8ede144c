import type { SupplementaryRun, SupplementarySet } from "../../../contract/files/supplementary.ts";
import type { WholeSet } from "../../../contract/files/supplementary-pointer.ts";
import type { ArrivedBatch, End, Ports, Standing } from "../../../functions/receive/ports.ts";
import { receive } from "../../../functions/receive/receive.ts";
import { Refusal } from "../../../functions/receive/refusal.ts";
import { type Event, requestOf } from "../../../functions/receive/request.ts";

export const RUN = "0f8fad5b-d9cb-469f-a165-70867728950e";
export const NOW = new Date("2026-11-22T03:00:00.000Z");
export const rating = (accountId: string) => ({ accountId, rating: "high", ratedOn: "2026-11-01" });

export const SUBJECT = "0a1b2c3d-0000-4000-8000-00000000abcd";
export const GOOD = "good.to-ken.x";
const FORGED = "for.ge.d";

/** What the authorizer says of the caller. */
export const calledBy = (sub: string) => ({
    authorizer: { jwt: { claims: { sub, tid: "the-tenant", name: "not to be logged" }, scopes: [] } },
});

export const forgedBy = (token = FORGED) => ({
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
});

/** A request as API Gateway hands it over. */
export function event(verb: string, body: unknown, changes: Partial<Event> = {}): Event {
    return {
        routeKey: `POST /supplementary/{set}/{run}/${verb}`,
        headers: { authorization: `Bearer ${GOOD}`, "content-type": "application/json; charset=utf-8" },
        requestContext: calledBy(SUBJECT),
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
    /** What happens while a step is on its way, once. */
    readonly meanwhile = new Map<string, () => Promise<unknown>>();

    readonly runs = {
        ended: async () => this.end !== undefined,
        noteBatch: async (_: SupplementaryRun, batch: ArrivedBatch) => {
            await this.#step("noteBatch");
            if (this.end === undefined) this.rows.set(batch.sha256, batch);
            return this.end;
        },
        batches: async () => [...this.rows.values()],
        noteEnd: async (_: SupplementaryRun, wanted: { complete: number } | "failed", now: Date) => {
            await this.#step("noteEnd");
            const { rows } = this.standing;
            const at = now.toISOString();
            if (wanted === "failed") this.end ??= { outcome: "failed", at, told: false };
            else if (wanted.complete === rows && rows > 0) this.end ??= { outcome: "complete", at, told: false };
            return this.standing;
        },
        noteTold: async () => {
            await this.#step("noteTold");
            if (this.end !== undefined) this.end = { ...this.end, told: true };
        },
    };

    /** Which run of each set counts. */
    readonly pointed = new Map<SupplementarySet, WholeSet>();
    readonly pointers = {
        point: async (set: SupplementarySet, whole: WholeSet) => {
            await this.#step("point");
            this.pointed.set(set, whole);
        },
    };

    get standing(): Standing {
        const rows = [...this.rows.values()].reduce((sum, batch) => sum + batch.rows, 0);
        return { rows, ...(this.end && { end: this.end }) };
    }

    readonly discrepancies = {
        publish: async (_: string, message: object) => {
            await this.#step("publish");
            this.told.push(message);
        },
    };

    async open(token: string, { run }: SupplementaryRun) {
        if (token !== GOOD) throw new Refusal("token-refused", "", "InvalidIdentityToken: Incorrect token audience");
        this.opened.push(run);
        return {
            writeOnce: async (key: string, body: string) => {
                await this.#step(key.endsWith("manifest.json") ? "show" : "write");
                if (!this.objects.has(key)) this.objects.set(key, body);
            },
        };
    }

    /** The outcome, or the code of the refusal; what is neither is thrown. */
    async send(given: Event, now = NOW): Promise<unknown> {
        try {
            return await receive(requestOf(given, SUBJECT), this, now);
        } catch (error) {
            if (error instanceof Refusal) return error.code;
            throw error;
        }
    }

    async #step(step: string): Promise<void> {
        const other = this.meanwhile.get(step);
        this.meanwhile.delete(step);
        await other?.();
        if (this.failing.delete(step)) throw new Error(`no answer to ${step}`);
    }
}
