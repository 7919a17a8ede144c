import type { EngineStack } from "../engine/engine-stack.ts";

/** Stack outputs by which the commands find their way in a running platform. */
const NAMES = [
    "landingBucket",
    "quarantineBucket",
    "manifestsBucket",
    "parkedBucket",
    "recordsBucket",
    "incomingQueueUrl",
    "ledgerTable",
    "warehouseWorkgroup",
    "supplementaryRunsTable",
] as const;

export type PlatformOutputs = Readonly<Record<(typeof NAMES)[number], string>>;

export async function platformOutputs(stack: EngineStack): Promise<PlatformOutputs> {
    const outputs = await stack.outputs();
    const read = (name: string): string => {
        const value = outputs[name];
        if (typeof value === "string") return value;
        throw new Error(`The stack ${stack.name} has no output "${name}": infra/index.ts must export it.`);
    };
    return Object.fromEntries(NAMES.map((name) => [name, read(name)])) as PlatformOutputs;
}
