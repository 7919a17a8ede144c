import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { isStack, stoodFrom } from "../../../operations/changes/stood.ts";
import { judgeOnce } from "../../../operations/guard/judge-once.ts";
import type { Judged, Situation } from "../../../operations/rehearse/situation.ts";
import { paths } from "../../../tools/paths.mjs";
import { runChild } from "../../../tools/setup/child.mjs";

const made = new Map<string, Promise<Judged>>();

/** A program as it is, judged once for all tests of a file. */
export function judged(program: "platform" | "bootstrap", stack = "prod"): Promise<Judged> {
    const key = `${program} ${stack}`;
    const found = made.get(key) ?? judge(program, stack);
    made.set(key, found);
    return found;
}

async function judge(program: "platform" | "bootstrap", stack: string): Promise<Judged> {
    const question = { root: paths.root, cache: paths.cache, stack, program, withDetails: true } as const;
    const { report, judgement } = await judgeOnce(question);
    return { report, resources: (judgement?.details?.known ?? []).filter((one) => !isStack(one)).map(stoodFrom) };
}

const fileOf = (...names: string[]) => parse(readFileSync(join(paths.root, ...names), "utf8")).config;

/** prod without credentials, but for what a test changes. */
export function theSituation(changes: Partial<Situation> = {}): Situation {
    const machine = { platform: "linux", arch: "x64", node: "20.19.0", packageFile: join(paths.root, "package.json") };
    return {
        stack: "prod",
        isLocal: false,
        config: fileOf("Pulumi.prod.yaml"),
        bootstrapConfig: fileOf("infra", "bootstrap", "Pulumi.prod.yaml"),
        now: new Date("2026-06-15T12:00:00Z"),
        patient: { at: paths, env: { PATH: "" }, machine, stack: "prod", run: runChild },
        platform: () => judged("platform"),
        bootstrap: () => judged("bootstrap"),
        account: async () => "Could not load credentials from any providers",
        preview: () => Promise.reject(new Error("no engine here")),
        ...changes,
    };
}
