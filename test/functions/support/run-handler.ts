import type { Context } from "aws-lambda";

type Clients = readonly { readonly prototype: object }[];
type Handler = (event: unknown, context: Context) => Promise<unknown>;

export interface Heard {
    result: unknown;
    /** What went to CloudWatch: logs and metrics, a line each. */
    lines: Record<string, unknown>[];
}

/**
 * Runs a function's handler as Lambda does, once, with 30 seconds left. Its clients of these classes ask `answer` instead
 * of a service. The environment counts for the first run of a verb only.
 */
export async function runHandler(
    verb: string,
    environment: Record<string, string>,
    clients: Clients,
    answer: (command: object) => unknown,
): Promise<Heard> {
    const kept = { ...process.env };
    Object.assign(process.env, { AWS_REGION: "eu-west-1", POWERTOOLS_METRICS_NAMESPACE: "Tests" }, environment);
    for (const { prototype } of clients) Object.assign(prototype, { send: async (command: object) => answer(command) });
    const { stdout, stderr } = process;
    const writes = [stdout.write, stderr.write] as const;
    let text = "";
    const hear = (chunk: string | Uint8Array): boolean => {
        text += String(chunk);
        return true;
    };
    try {
        const { handler }: { handler: Handler } = await import(`../../../functions/${verb}/handler.ts`);
        [stdout.write, stderr.write] = [hear, hear];
        const result = await handler({}, { getRemainingTimeInMillis: () => 30_000 } as Context);
        return { result, lines: text.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : [])) };
    } finally {
        [stdout.write, stderr.write] = writes;
        // Theirs comes from the class above.
        for (const { prototype } of clients) Reflect.deleteProperty(prototype, "send");
        process.env = kept;
    }
}

/** The value of a metric in what was heard. */
export function metric(lines: Heard["lines"], name: string): unknown {
    return lines.find((line) => name in line && "_aws" in line)?.[name];
}
