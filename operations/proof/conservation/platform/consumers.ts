import { TIMEOUT_SECONDS } from "../../../../infra/steps/parts.ts";
import { prod } from "../../../../stacks/prod.ts";
import type { QueueTerms } from "../cloud/queues.ts";
import type { Verb } from "./names.ts";

/** Which function works on a queue, and how many of its messages at once. */
export interface Consumer {
    queue: string;
    verb: Verb;
    batchSize: number;
    /** How long messages are collected for a batch that is not full. */
    windowSeconds: number;
    concurrency: number;
}

/** More invocations at once make a run longer and no meeting of two likelier. */
const AT_ONCE = 4;

const { packBatchSize, batchSize, windowSeconds } = prod.screen;
const WORK: readonly Omit<Consumer, "concurrency">[] = [
    { queue: "landing", verb: "unpack", batchSize: 1, windowSeconds: 0 },
    { queue: "incoming", verb: "screen", batchSize, windowSeconds },
    { queue: "bulk", verb: "screen", batchSize: packBatchSize, windowSeconds },
    { ...batchOf("score"), queue: "screened", verb: "score" },
    { ...batchOf("score"), queue: "screened-bulk", verb: "score" },
    { ...batchOf("load"), queue: "records", verb: "load" },
];

const PARK = { verb: "park", batchSize: 10, windowSeconds: 0 } as const;

/** Every queue with its function; `park` has the dead letters of each. */
export const CONSUMERS: readonly Consumer[] = WORK.flatMap((work) => [
    { ...work, concurrency: Math.min(AT_ONCE, prod[work.verb].maximumConcurrency) },
    { ...PARK, queue: `${work.queue}-dead`, concurrency: Math.min(AT_ONCE, prod.park.maximumConcurrency) },
]);

function batchOf(verb: "score" | "load") {
    const { batchSize, windowSeconds } = prod[verb];
    return { batchSize, windowSeconds };
}

/** As `infra/ingest` has them: six times the consumer's timeout, and its window. */
export const QUEUES: Readonly<Record<string, QueueTerms>> = Object.fromEntries(
    WORK.flatMap(({ queue, verb }): [string, QueueTerms][] => [
        [
            queue,
            {
                visibilitySeconds: 6 * TIMEOUT_SECONDS[verb] + (verb === "load" ? prod.load.windowSeconds : 0),
                deliveries: prod.queues.deliveries,
            },
        ],
        [`${queue}-dead`, { visibilitySeconds: 6 * TIMEOUT_SECONDS.park }],
    ]),
);
