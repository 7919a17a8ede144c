import { setTimeout as delay } from "node:timers/promises";
import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { canonicalJson } from "../../contract/transaction/transaction.ts";
import { atRest } from "../../operations/proof/latency/at-rest.ts";
import type { CountingCloud } from "../../operations/proof/latency/cloud.ts";
import { countsSoFar, since } from "../../operations/proof/latency/counts.ts";
import { sendLive } from "../../operations/start/feed.ts";
import { labelledTransactions } from "../../samples/generator/labelled.ts";

const DAY_MS = 24 * 3_600_000;
const BATCH = 10;

/** Messages that no other seed has. */
export function liveMessages(seed: number, count: number): string[] {
    const start = Math.floor(Date.now() / DAY_MS - 20) * DAY_MS;
    return [...labelledTransactions({ seed, payments: count, start })].map(({ transaction }) =>
        canonicalJson(transaction),
    );
}

export interface Streamed {
    /** Verdicts a second, from the first message sent to the last verdict. */
    rate: number;
    /** From send to verdict, in milliseconds: of 95 in 100. */
    within95: number;
}

/** Sends live messages, as fast as the queue takes them or at a rate, and waits for the verdict of each. */
export async function stream(world: CountingCloud, bodies: readonly string[], perSecond?: number): Promise<Streamed> {
    const { clients, outputs } = world;
    const before = await countsSoFar(clients.endpoint);
    const started = performance.now();
    const sqs = clients.of(SQSClient);
    if (perSecond === undefined) await sendLive(sqs, outputs.incomingQueueUrl, bodies);
    else {
        for (let at = 0; at < bodies.length; at += BATCH) {
            await sendLive(sqs, outputs.incomingQueueUrl, bodies.slice(at, at + BATCH));
            const due = started + ((at + BATCH) / perSecond) * 1000;
            await delay(Math.max(0, due - performance.now()));
        }
    }
    const ended = await atRest(clients);
    const delays = await delaysOf(world, bodies);
    const runs = since(before, await countsSoFar(clients.endpoint)).filter(
        ({ caller, service }) => service === "lambda" && caller.startsWith("lambda:score-"),
    );
    const sum = (field: "requests" | "milliseconds") => runs.reduce((all, run) => all + (run[field] ?? 0), 0);
    // The ledger has the time at which the batch of the verdict began.
    const run = sum("milliseconds") / Math.max(1, sum("requests"));
    const within95 = (delays[Math.ceil(0.95 * delays.length) - 1] ?? Number.NaN) + run;
    return { rate: bodies.length / ((ended - started) / 1000), within95 };
}

/** From receipt to the batch of the verdict, in order of length; every message must have one. */
async function delaysOf({ clients, outputs }: CountingCloud, bodies: readonly string[]): Promise<number[]> {
    const ids = new Set(bodies.map((body): string => JSON.parse(body).id));
    const delays: number[] = [];
    const pages = paginateScan(
        { client: clients.of(DynamoDBClient) },
        { TableName: outputs.ledgerTable, ProjectionExpression: "id, receivedAt, scoredAt" },
    );
    for await (const { Items = [] } of pages) {
        for (const { id, receivedAt, scoredAt } of Items) {
            if (!ids.has(id?.S ?? "") || scoredAt?.S === undefined) continue;
            delays.push(Date.parse(scoredAt.S) - Date.parse(receivedAt?.S ?? ""));
        }
    }
    if (delays.length !== ids.size) throw new Error(`${ids.size - delays.length} live messages have no verdict`);
    return delays.sort((one, other) => one - other);
}
