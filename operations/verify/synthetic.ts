import { randomInt } from "node:crypto";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { canonicalJson, type Transaction } from "../../contract/transaction/transaction.ts";
import type { Cloud } from "./cloud.ts";
import type { Outputs } from "./outputs.ts";

/** The producer that all transactions of this command name. */
export const SOURCE = "platform-verify";

/** A day of its own: no real transaction shares a record with a synthetic one, whose record may be tried to delete. */
const DAYS_AGO = 400;
const DAY_MS = 24 * 3600 * 1000;
const RUN_LETTERS = 10;

/** What the ledger says of one transaction. */
export interface LedgerView {
    state: string;
    verdict: string;
    recordKey: string;
    alertId: string;
    alertedAt: string;
    duplicates: number;
    conflicts: number;
}

/** Letters only: digits in a row could look like a card number, which the platform refuses. */
export function newRun(): string {
    return Array.from({ length: RUN_LETTERS }, () => String.fromCharCode(97 + randomInt(26))).join("");
}

/** Transactions of nobody, in accounts that exist for one run only, and what becomes of them. */
export class Synthetic {
    /** The day on which they occurred, YYYY-MM-DD. */
    readonly day = new Date(Date.now() - DAYS_AGO * DAY_MS).toISOString().slice(0, 10);
    private readonly cloud: Cloud;
    private readonly outputs: Outputs;
    private readonly run: string;
    private readonly sent = new Set<string>();

    constructor(cloud: Cloud, outputs: Outputs, run: string) {
        this.cloud = cloud;
        this.outputs = outputs;
        this.run = run;
    }

    /** One that no rule minds. */
    get harmless(): Transaction {
        return this.transaction("harmless", { amountMinor: 1_234, channel: "ach", at: "12:00:00.000" });
    }

    /** Two of one account: at night money leaves from another device than the one used five minutes before. */
    get takeover(): [before: Transaction, theft: Transaction] {
        return [
            this.transaction("takeover", { amountMinor: 100, channel: "instant", at: "02:55:00.000", device: "known" }),
            {
                ...this.transaction("theft", {
                    amountMinor: 600_000,
                    channel: "instant",
                    at: "03:00:00.000",
                    device: "strange",
                }),
                accountId: this.account("takeover"),
            },
        ];
    }

    /** Sends as a live producer would. */
    async send(transaction: Transaction): Promise<void> {
        const message = { QueueUrl: this.outputs.incomingQueueUrl, MessageBody: canonicalJson(transaction) };
        await this.cloud.of(SQSClient).send(new SendMessageCommand(message));
    }

    /** Sends once a run, however many steps need it. */
    async sendOnce(transaction: Transaction): Promise<void> {
        if (this.sent.has(transaction.id)) return;
        this.sent.add(transaction.id);
        await this.send(transaction);
    }

    /** What the ledger says, read consistently; undefined while it has no such id. */
    async inLedger(id: string): Promise<LedgerView | undefined> {
        const { Item } = await this.cloud.of(DynamoDBClient).send(
            new GetItemCommand({
                TableName: this.outputs.ledgerTable,
                Key: { id: { S: id } },
                ConsistentRead: true,
            }),
        );
        if (Item === undefined) return undefined;
        const text = (name: string) => Item[name]?.S ?? "";
        return {
            state: text("state"),
            verdict: text("verdict"),
            recordKey: text("recordKey"),
            alertId: text("alertId"),
            alertedAt: text("alertedAt"),
            duplicates: Item.duplicateOrigins?.SS?.length ?? 0,
            conflicts: Item.conflictOrigins?.SS?.length ?? 0,
        };
    }

    /** The ledger's row once it has a final verdict. */
    async scored(id: string): Promise<LedgerView | undefined> {
        const row = await this.inLedger(id);
        return row?.state === "scored" ? row : undefined;
    }

    private transaction(
        name: string,
        { at, device, ...rest }: Pick<Transaction, "amountMinor" | "channel"> & { at: string; device?: string },
    ): Transaction {
        return {
            id: `${SOURCE}:${this.run}-${name}`,
            source: SOURCE,
            accountId: this.account(name),
            counterpartyId: `VERIFY-${this.run}-receiver`,
            ...rest,
            currency: "EUR",
            occurredAt: `${this.day}T${at}Z`,
            country: "IE",
            ...(device !== undefined && { deviceId: `VERIFY-${this.run}-${device}` }),
        };
    }

    private account(name: string): string {
        return `VERIFY-${this.run}-${name}`;
    }
}
