import { BatchGetItemCommand, type DynamoDBClient, type KeysAndAttributes } from "@aws-sdk/client-dynamodb";
import { fromItem, toItem } from "./attribute-values.ts";
import { type ConditionalWrite, type WriteOutcome, writeConditionally } from "./conditional-writes.ts";
import { untilProcessed } from "./dynamo.ts";
import { chunks } from "./grouping.ts";
import { inParallel } from "./in-parallel.ts";
import type { Finding, LedgerRow } from "./ledger-row.ts";
import { type Pause, pauseFor } from "./pause.ts";
import { type PutAside, type QuarantineLedger, quarantineRows } from "./quarantined-rows.ts";

/** What is to be written of one transaction. */
export interface FindingWrite {
    id: string;
    finding: Finding;
    /** When the finding was made, and its alert published. */
    at: string;
    /** Set when an alert was published. */
    alertId?: string;
    /** Whether this is the transaction's own scoring, which ends its way, or a later look at it. */
    final: boolean;
}

/** The ledger as `score` uses it. No call may name one id twice. Outcomes are in the order of the arguments. */
export interface ScoreLedger extends QuarantineLedger {
    /** The rows of those ids that have one, read consistently. */
    rows(ids: readonly string[]): Promise<Map<string, LedgerRow>>;
    /** Writes findings; one of a smaller revision than the row's changes only what is not set yet. */
    record(writes: readonly FindingWrite[]): Promise<PromiseSettledResult<void>[]>;
}

const READ_KEYS = 100;
const PARALLEL_READS = 4;

export class DynamoScoreLedger implements ScoreLedger {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;
    readonly #pause: Pause;

    constructor(client: Pick<DynamoDBClient, "send">, table: string, pause: Pause = pauseFor) {
        this.#client = client;
        this.#table = table;
        this.#pause = pause;
    }

    async rows(ids: readonly string[]): Promise<Map<string, LedgerRow>> {
        const rows = new Map<string, LedgerRow>();
        const outcomes = await inParallel(chunks(ids, READ_KEYS), PARALLEL_READS, (chunk) =>
            untilProcessed<KeysAndAttributes>(
                { Keys: chunk.map((id) => ({ id: { S: id } })), ConsistentRead: true },
                async (keys) => {
                    const response = await this.#client.send(
                        new BatchGetItemCommand({ RequestItems: { [this.#table]: keys } }),
                    );
                    for (const item of response.Responses?.[this.#table] ?? []) {
                        const row = fromItem(item) as unknown as LedgerRow;
                        rows.set(row.id, row);
                    }
                    const rest = response.UnprocessedKeys?.[this.#table];
                    return rest?.Keys?.length ? rest : undefined;
                },
                this.#pause,
            ),
        );
        for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
        return rows;
    }

    async record(writes: readonly FindingWrite[]): Promise<PromiseSettledResult<void>[]> {
        const first = await this.#write(writes.map(writeFinding));
        const outdated = writes.filter((_, index) => isRefused(first[index]));
        const completions = await this.#write(outdated.map(completeRow));
        const second = new Map(outdated.map(({ id }, index) => [id, completions[index]]));
        return writes.map(({ id }, index) => {
            const outcome = second.get(id) ?? first[index];
            if (outcome?.status === "rejected") return outcome;
            if (outcome?.value.written) return { status: "fulfilled", value: undefined };
            return { status: "rejected", reason: new Error(`the ledger has no row of ${id}`) };
        });
    }

    quarantined(rows: readonly PutAside[]): Promise<PromiseSettledResult<void>[]> {
        return quarantineRows(this.#client, this.#table, rows, this.#pause);
    }

    #write(writes: readonly ConditionalWrite[]) {
        return writeConditionally(this.#client, this.#table, writes, this.#pause);
    }
}

function isRefused(outcome: PromiseSettledResult<WriteOutcome> | undefined): boolean {
    return outcome?.status === "fulfilled" && !outcome.value.written;
}

function writeFinding(write: FindingWrite): ConditionalWrite {
    return update(
        write,
        write.finding,
        "attribute_exists(#id) AND (attribute_not_exists(#revision) OR #revision < :revision)",
    );
}

/** A finding of as much history or more is there: it stays, and only what it does not say is added. */
function completeRow(write: FindingWrite): ConditionalWrite {
    return update(write, {}, "attribute_exists(#id)");
}

function update({ id, at, alertId, final }: FindingWrite, finding: object, condition: string): ConditionalWrite {
    const always = toItem({ ...finding, ...(final ? { state: "scored" } : { lookedAt: at }) });
    const once = toItem({
        ...(final ? { scoredAt: at } : {}),
        ...(alertId === undefined ? {} : { alertId, alertedAt: at }),
    });
    const names = [...Object.keys(always), ...Object.keys(once)];
    const sets = [
        ...Object.keys(always).map((name) => `#${name} = :${name}`),
        ...Object.keys(once).map((name) => `#${name} = if_not_exists(#${name}, :${name})`),
    ];
    return {
        Update: {
            Key: { id: { S: id } },
            UpdateExpression: `SET ${sets.join(", ")}`,
            ConditionExpression: condition,
            ExpressionAttributeNames: Object.fromEntries(["id", ...names].map((name) => [`#${name}`, name])),
            ExpressionAttributeValues: Object.fromEntries(
                Object.entries({ ...always, ...once }).map(([name, value]) => [`:${name}`, value]),
            ),
        },
    };
}
