import type { Resource } from "@pulumi/pulumi";
import type { Bundle } from "../compute/bundle-content.ts";
import { PlatformFunction } from "../compute/platform-function.ts";
import { collect } from "./collect.ts";
import { judge } from "./judge.ts";
import { load } from "./load.ts";
import { migrate } from "./migrate.ts";
import { park } from "./park.ts";
import { type Bundled, type Parts, type Step, TIMEOUT_SECONDS, type Verb } from "./parts.ts";
import { promote } from "./promote.ts";
import { publish } from "./publish.ts";
import { receive } from "./receive.ts";
import { reconcile } from "./reconcile.ts";
import { report } from "./report.ts";
import { request } from "./request.ts";
import { score } from "./score.ts";
import { screen } from "./screen.ts";
import { train } from "./train.ts";
import { unpack } from "./unpack.ts";

/** What is particular to each function. */
const STEPS: Record<Verb, (parts: Parts) => Step> = {
    collect,
    unpack,
    screen,
    score,
    load,
    park,
    receive,
    request,
    report,
    train,
    reconcile,
    judge,
    promote,
    publish,
    migrate,
};

/**
 * The functions outside the private network, each with the reason. AWS has no endpoint for what they speak with; in
 * return they read no transaction, which the guardrail `lambda-outside-reads-nothing` holds.
 */
export const OUTSIDE_THE_NETWORK: Partial<Record<Bundled, string>> = {
    collect: "partners' buckets and addresses; files pass through it into landing, which it cannot read",
    work: "AWS Data Pipeline; it starts steps and learns how they ended, and sees no data",
    publish: "QuickSight; it sees when figures were copied, and never a figure",
    request: "Entra and Azure Resource Manager; it asks for data there and never sees any",
};

/**
 * Who must understand a message before another may send it in a new form: an update changes the reader first. Without it
 * the rows of one file could reach the version before, which would refuse them.
 */
const AFTER: Partial<Record<Verb, Verb>> = { unpack: "screen", screen: "score", score: "park" };

export type Functions = Record<Verb, PlatformFunction>;

/** Every function of the platform. */
export function makeFunctions(parent: Resource, parts: Parts, bundleOf: (verb: Verb) => Promise<Bundle>): Functions {
    const { settings, keys, network, topics, log } = parts;
    const made: Partial<Functions> = {};
    const make = (verb: Verb): PlatformFunction => {
        const reader = AFTER[verb];
        const after = reader && (made[reader] ?? make(reader));
        made[verb] ??= new PlatformFunction(
            verb,
            {
                ...STEPS[verb](parts),
                bundle: bundleOf(verb),
                timeoutSeconds: TIMEOUT_SECONDS[verb],
                memoryMegabytes: settings[verb].memoryMegabytes,
                after,
                network: verb in OUTSIDE_THE_NETWORK ? undefined : network,
                key: keys.data,
                log,
                alarmTopic: topics.operations,
            },
            { parent },
        );
        return made[verb];
    };
    const verbs = Object.keys(STEPS) as Verb[];
    return Object.fromEntries(verbs.map((verb) => [verb, make(verb)])) as Functions;
}
