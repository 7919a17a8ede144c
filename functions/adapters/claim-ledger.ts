import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { NOTED_ORIGINS } from "../../contract/limits.ts";
import { arrivalOf } from "../../contract/transaction/arrival.ts";
import { fromItem, toItem } from "./attribute-values.ts";
import { type ConditionalWrite, type WriteOutcome, writeConditionally } from "./conditional-writes.ts";
import type { Claim, LedgerRow } from "./ledger-row.ts";
import { type Pause, pauseFor } from "./pause.ts";
import { type PutAside, type QuarantineLedger, quarantineRows } from "./quarantined-rows.ts";

/** A further delivery of an id that is in the ledger already. */
export interface FurtherDelivery {
    id: string;
    origin: string;
    kind: "duplicate" | "conflict";
}

/** The ledger as `screen` uses it. No call may name one id twice. Outcomes are in the order of the arguments. */
export interface ClaimLedger extends QuarantineLedger {
    /** Claims each id that nobody claimed, or whose claim ended in the quarantine; else gives the row that is there. */
    claim(claims: readonly Claim[]): Promise<PromiseSettledResult<LedgerRow | undefined>[]>;
    /** Notes further deliveries, each origin once however often it is noted; of one transaction the first hundred. */
    note(deliveries: readonly FurtherDelivery[]): Promise<PromiseSettledResult<void>[]>;
}

/** DynamoDB would refuse a row that has grown too large, and its message would come again and again. */
const HAS_ROOM = "(attribute_not_exists(#origins) OR size(#origins) < :most)";
const ORIGINS = { duplicate: "duplicateOrigins", conflict: "conflictOrigins" } as const;

export class DynamoClaimLedger implements ClaimLedger {
    readonly #client: Pick<DynamoDBClient, "send">;
    readonly #table: string;
    readonly #pause: Pause;

    constructor(client: Pick<DynamoDBClient, "send">, table: string, pause: Pause = pauseFor) {
        this.#client = client;
        this.#table = table;
        this.#pause = pause;
    }

    async claim(claims: readonly Claim[]): Promise<PromiseSettledResult<LedgerRow | undefined>[]> {
        const outcomes = await this.#write(
            claims.map((claim) => ({
                Put: {
                    Item: toItem(claimed(claim)),
                    ConditionExpression: "attribute_not_exists(id) OR #state = :quarantined",
                    ExpressionAttributeNames: { "#state": "state" },
                    ExpressionAttributeValues: { ":quarantined": { S: "quarantined" } },
                },
            })),
        );
        return outcomes.map((outcome) => {
            if (outcome.status === "rejected") return outcome;
            return { status: "fulfilled", value: rowOf(outcome.value) };
        });
    }

    async note(deliveries: readonly FurtherDelivery[]): Promise<PromiseSettledResult<void>[]> {
        const outcomes = await this.#write(
            deliveries.map(({ id, origin, kind }) => ({
                Update: {
                    Key: { id: { S: id } },
                    UpdateExpression: "ADD #origins :origin",
                    ConditionExpression: `attribute_exists(id) AND ${HAS_ROOM}`,
                    ExpressionAttributeNames: { "#origins": ORIGINS[kind] },
                    ExpressionAttributeValues: {
                        ":origin": { SS: [origin] },
                        ":most": { N: String(NOTED_ORIGINS) },
                    },
                },
            })),
        );
        return outcomes.map((outcome, index) => {
            if (outcome.status === "rejected" || outcome.value.written || outcome.value.existing) return done(outcome);
            return { status: "rejected", reason: new Error(`the ledger lost the row of ${deliveries[index]?.id}`) };
        });
    }

    quarantined(rows: readonly PutAside[]): Promise<PromiseSettledResult<void>[]> {
        return quarantineRows(this.#client, this.#table, rows, this.#pause);
    }

    #write(writes: readonly ConditionalWrite[]): Promise<PromiseSettledResult<WriteOutcome>[]> {
        return writeConditionally(this.#client, this.#table, writes, this.#pause);
    }
}

/** The row as it begins; its arrival never changes, so no later write costs the index anything. */
function claimed(claim: Claim): LedgerRow {
    return { ...claim, state: "claimed", arrival: arrivalOf(claim.receivedAt, claim.id) };
}

function rowOf(outcome: WriteOutcome): LedgerRow | undefined {
    if (outcome.written) return undefined;
    if (outcome.existing === undefined)
        throw new Error("the ledger refused a claim without showing the row against it");
    return fromItem(outcome.existing) as unknown as LedgerRow;
}

function done(outcome: PromiseSettledResult<WriteOutcome>): PromiseSettledResult<void> {
    return outcome.status === "rejected" ? outcome : { status: "fulfilled", value: undefined };
}
