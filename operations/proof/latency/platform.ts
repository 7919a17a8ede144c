import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { sendLive } from "../../start/feed.ts";
import { atRest } from "./at-rest.ts";
import type { CountingCloud } from "./cloud.ts";
import { countsSoFar, since } from "./counts.ts";
import { type Delays, delaysOf } from "./delays.ts";
import { sendSteadily } from "./send-steadily.ts";

export interface Verdicts {
    /** From when a message was due until its verdict. */
    readonly delays: Delays;
    /** Messages without a verdict, although no queue holds anything. */
    readonly lost: number;
    /** How much longer half of the last third took than of the first: what does not keep pace takes longer and longer. */
    readonly growth: number;
}

/** Sends live messages at a rate and waits for the verdict of each. */
export async function platformDelays(
    world: CountingCloud,
    messages: ReadonlyMap<string, string>,
    perSecond: number,
): Promise<Verdicts> {
    const { clients, outputs } = world;
    const before = await countsSoFar(clients.endpoint);
    const due = await sendSteadily(clients.of(SQSClient), outputs.incomingQueueUrl, messages, perSecond);
    await atRest(clients);
    const run = await meanRun(world, before);
    const judged = await verdictTimes(world);
    // The ledger has the time at which the batch of the verdict began.
    const took = [...due].flatMap(([id, at]) => {
        const verdict = judged.get(id);
        return verdict === undefined ? [] : [verdict + run - at];
    });
    return { delays: delaysOf(took), lost: due.size - took.length, growth: growthOf(took) };
}

/** In the order in which they were due. */
export function growthOf(took: readonly number[]): number {
    const third = Math.ceil(took.length / 3);
    return delaysOf(took.slice(-third)).p50 / delaysOf(took.slice(0, third)).p50;
}

/** Verdicts a second, of messages that are sent as fast as the queue takes them. */
export async function highestRate({ clients, outputs }: CountingCloud, bodies: readonly string[]): Promise<number> {
    const started = performance.now();
    await sendLive(clients.of(SQSClient), outputs.incomingQueueUrl, bodies);
    const ended = await atRest(clients);
    return bodies.length / ((ended - started) / 1000);
}

/** How long a run of `score` took on average, in milliseconds. */
async function meanRun({ clients }: CountingCloud, before: Awaited<ReturnType<typeof countsSoFar>>): Promise<number> {
    const runs = since(before, await countsSoFar(clients.endpoint)).filter(
        ({ caller, service }) => service === "lambda" && caller.startsWith("lambda:score-"),
    );
    const sum = (field: "requests" | "milliseconds") => runs.reduce((all, run) => all + (run[field] ?? 0), 0);
    return sum("milliseconds") / Math.max(1, sum("requests"));
}

async function verdictTimes({ clients, outputs }: CountingCloud): Promise<Map<string, number>> {
    const times = new Map<string, number>();
    const pages = paginateScan(
        { client: clients.of(DynamoDBClient) },
        { TableName: outputs.ledgerTable, ProjectionExpression: "id, scoredAt" },
    );
    for await (const { Items = [] } of pages) {
        for (const { id, scoredAt } of Items) {
            if (id?.S !== undefined && scoredAt?.S !== undefined) times.set(id.S, Date.parse(scoredAt.S));
        }
    }
    return times;
}
