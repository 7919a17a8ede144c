import * as z from "zod/mini";
import { GROUP, oneNumberOf, oneOf, whole } from "./fields.ts";

/**
 * Machines that the model may run or be trained on, with their processors. None has disks of its own: SageMaker refuses
 * a key of ours for those.
 */
export const PROCESSORS = {
    "ml.c5.large": 2,
    "ml.c5.xlarge": 4,
    "ml.c5.2xlarge": 8,
    "ml.m5.large": 2,
    "ml.m5.xlarge": 4,
    "ml.m5.2xlarge": 8,
    "ml.m5.4xlarge": 16,
} as const;

type Machine = keyof typeof PROCESSORS;

const machines = Object.keys(PROCESSORS) as [Machine, ...Machine[]];
const instanceType = oneOf(machines);

/** SageMaker trains on all of them but the smallest. */
const trainingType = oneOf([
    "ml.c5.xlarge",
    "ml.c5.2xlarge",
    "ml.m5.large",
    "ml.m5.xlarge",
    "ml.m5.2xlarge",
    "ml.m5.4xlarge",
]);

/** Memory that SageMaker gives a serverless endpoint; it takes no other number. */
const SERVERLESS_MEGABYTES = [1024, 2048, 3072, 4096, 5120, 6144] as const;

/** No machine while nothing is asked. SageMaker offers no network of our own and no record of traffic with it. */
const serverless = z.strictObject({
    kind: z.literal("serverless"),
    /** Memory of each copy, in megabytes. */
    memoryMegabytes: oneNumberOf("megabytes", SERVERLESS_MEGABYTES),
    /** Requests answered at the same time. */
    maximumConcurrency: whole("concurrent requests", 1, 200),
});

/** Machines of our own, in the private network, with a record of every answer. */
const instances = z
    .strictObject({
        kind: z.literal("instances"),
        instanceType,
        /** Fewest machines; SageMaker spreads two or more over availability zones. */
        minimum: whole("machines", 2, 50),
        /** Most machines. */
        maximum: whole("machines", 2, 50),
        /** Requests a minute from which another machine is started, for each machine. One request carries a batch. */
        requestsPerMinute: whole("requests a minute", 1, 100_000),
        /** Requests and answers that are kept, in percent. */
        capturePercent: whole("percent", 0, 100),
    })
    .check(
        z.refine(({ minimum, maximum }) => !(minimum > maximum), {
            error: "no less than minimum",
            path: ["maximum"],
            when: ({ value }) => value instanceof Object,
        }),
    );

/** What a candidate learns from, and when there is one. */
const learning = z
    .strictObject(
        {
            /** Days of transactions and decisions. */
            windowDays: whole("days", 14, 730),
            /** Days after which a transaction without an alert counts as legitimate: by then its customer would have said. */
            maturityDays: whole("days", 1, 365),
            /** Most transactions that nobody decided on; of more a sample is taken. */
            rowsAtMost: whole("rows", 1000, 1_000_000),
            /** Fewest cases of fraud; a candidate that learns from fewer learns them by heart. */
            fraudAtLeast: whole("cases", 20, 100_000),
            /** New decisions that are worth another candidate. */
            newDecisions: whole("decisions", 1, 100_000),
            /** Days after which any new decision is. */
            oldestDays: whole("days", 1, 730),
        },
        { error: GROUP },
    )
    .check(
        z.refine(({ windowDays, maturityDays }) => !(maturityDays >= windowDays), {
            error: "less than windowDays, or nothing counts as legitimate",
            path: ["maturityDays"],
            when: ({ value }) => value instanceof Object,
        }),
    );

/** The fraud model: how it answers, and how it learns. */
export const scoring = z.strictObject(
    {
        /** What answers for the model. Present as soon as `modelArtifact` is configured. */
        endpoint: z.discriminatedUnion("kind", [serverless, instances], {
            error: 'a group with kind "serverless" or "instances"',
        }),
        /** Longest that 99 of 100 answers may take, in milliseconds, before somebody is told. */
        slowMilliseconds: whole("milliseconds", 10, 60_000),
        /** Longest that `score` waits for one of two attempts to ask the model, in milliseconds; then its rules decide. */
        attemptMilliseconds: whole("milliseconds", 100, 20_000),
        /**
         * Which model the endpoint serves: the configured one after each deployment, or, after the first, only what was
         * approved in the registry.
         */
        modelFrom: oneOf(["configuration", "registry"]),
        /** Each training, on one machine. */
        training: z.strictObject(
            {
                instanceType: trainingType,
                /** Disk for the data it learns from and the model, in gigabytes. */
                volumeGigabytes: whole("gigabytes", 10, 1024),
                /** Minutes after which it is stopped; the step of the workflow waits for 240. */
                maximumMinutes: whole("minutes", 5, 235),
            },
            { error: GROUP },
        ),
        /** From what, and when, a candidate learns. */
        learning,
    },
    { error: GROUP },
);

export type Scoring = z.infer<typeof scoring>;
