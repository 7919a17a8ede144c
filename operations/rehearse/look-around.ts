import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { paths } from "../../tools/paths.mjs";
import { localStack } from "../../tools/pulumi/stacks.mjs";
import { runChild } from "../../tools/setup/child.mjs";
import { isStack, stoodFrom } from "../changes/stood.ts";
import { judgeOnce } from "../guard/judge-once.ts";
import { previewStack } from "../preview/preview-stack.ts";
import { type Cloud, openCloud } from "../verify/cloud.ts";
import type { Judged, Situation } from "./situation.ts";

/** The situation of a stack on this machine, now. */
export function lookAround(stack: string, signal: AbortSignal): Situation & { close(): Promise<void> } {
    const packageFile = join(paths.root, "package.json");
    const machine = { platform: process.platform, arch: process.arch, node: process.versions.node, packageFile };
    // The engine's environment is that of this process as it is now: a preview on stand-ins takes credentials out of it.
    const env = { ...process.env };
    const account = once(() => accountOf(stack));
    return {
        stack,
        isLocal: stack === localStack,
        config: configIn(join(paths.root, `Pulumi.${stack}.yaml`)) ?? {},
        bootstrapConfig: configIn(join(paths.root, "infra", "bootstrap", `Pulumi.${stack}.yaml`)),
        now: new Date(),
        patient: { at: paths, env, machine, stack, run: runChild },
        platform: once(() => judged(stack, "platform")),
        bootstrap: once(() => judged(stack, "bootstrap")),
        account,
        preview: async (offline) => (await previewStack({ stack, offline, signal, onProgress: () => {} })).report,
        async close() {
            const cloud = await account();
            if (typeof cloud !== "string") cloud.close();
        },
    };
}

function once<T>(look: () => Promise<T>): () => Promise<T> {
    let found: Promise<T> | undefined;
    return () => {
        found ??= look();
        return found;
    };
}

async function judged(stack: string, program: "platform" | "bootstrap"): Promise<Judged> {
    const question = { root: paths.root, cache: paths.cache, stack, program, withDetails: true } as const;
    const { report, judgement } = await judgeOnce(question);
    const known = judgement?.details?.known ?? [];
    return { report, resources: known.filter((one) => !isStack(one)).map(stoodFrom) };
}

async function accountOf(stack: string): Promise<Cloud | string> {
    try {
        return await openCloud(stack, paths);
    } catch (cause) {
        return (cause instanceof Error ? cause.message : String(cause)).split("\n", 1)[0] ?? "";
    }
}

function configIn(file: string): Record<string, unknown> | undefined {
    return existsSync(file) ? (parse(readFileSync(file, "utf8"))?.config ?? {}) : undefined;
}
