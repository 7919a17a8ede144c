import type { PlatformPaths } from "../../tools/paths.mjs";
import { stackEnvironment } from "../../tools/pulumi/stack-environment.mjs";
import { UserError } from "../cli/user-error.ts";
import type { EngineStack } from "../engine/engine-stack.ts";
import { openStack } from "../engine/open-stack.ts";
import { type Thing, thingsIn } from "./things.ts";

const NAMES = [
    "landingBucket",
    "quarantineBucket",
    "manifestsBucket",
    "parkedBucket",
    "recordsBucket",
    "incomingQueueUrl",
    "bulkQueueUrl",
    "ledgerTable",
    "fraudTopicArn",
    "discrepanciesTopicArn",
    "operationsTopicArn",
    "recordsDatabase",
    "reportWorkgroup",
    "supplementaryUrl",
    "warehouseWorkgroup",
    "dashboardId",
] as const;

/** What the stack says about itself. */
export type Outputs = Readonly<Record<(typeof NAMES)[number], string>>;

/** What the state says is there, too. */
export interface StackRead {
    readonly outputs: Outputs;
    readonly things: readonly Thing[];
}

/** The outputs of a stack that is up. Never makes one: what is not there cannot be verified. */
export async function readOutputs(stack: string, paths: PlatformPaths): Promise<Outputs> {
    return outputsOf(stack, await opened(stack, paths));
}

/** The same, with the resources of its state. */
export async function readStack(stack: string, paths: PlatformPaths): Promise<StackRead> {
    const found = await opened(stack, paths);
    return { outputs: await outputsOf(stack, found), things: thingsIn(await found.exported()) };
}

async function opened(stack: string, { root }: PlatformPaths): Promise<EngineStack> {
    const environment = await stackEnvironment(stack);
    return openStack({ workDir: root, stack, environment, mustExist: true }).catch((cause) => {
        throw new UserError(`The stack ${stack} cannot be opened: ${firstLine(cause)}. Is it up, and may you read it?`);
    });
}

async function outputsOf(stack: string, found: EngineStack): Promise<Outputs> {
    const outputs = await found.outputs();
    const missing = NAMES.filter((name) => typeof outputs[name] !== "string");
    if (missing.length > 0) {
        const fix = `Update it first: npm run pulumi -- up --stack ${stack}`;
        throw new UserError(`The stack ${stack} does not say ${missing.join(", ")}. ${fix}`);
    }
    return Object.fromEntries(NAMES.map((name) => [name, outputs[name]])) as Outputs;
}

function firstLine(cause: unknown): string {
    const message = cause instanceof Error ? cause.message : String(cause);
    return /error: (.*)/.exec(message)?.[1] ?? message.split("\n", 1)[0] ?? "";
}
