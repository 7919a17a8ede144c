import { existsSync } from "node:fs";
import { join } from "node:path";
import { localStack } from "../../tools/pulumi/stacks.mjs";
import { judgeOnce } from "../guard/judge-once.ts";
import { stackConfig } from "../guard/stack-config.ts";
import type { Judged } from "./looked.ts";

export interface Where {
    readonly root: string;
    /** Folder for what is kept between runs. */
    readonly cache: string;
}

type Place = Pick<Judged, "stack" | "project">;

/** What the guardrails find in these stacks, in each of their two programs that is asked for, one after the other. */
export async function judgeStacks(
    { root, cache }: Where,
    stacks: readonly string[],
    isAskedFor: (place: Place) => boolean = () => true,
): Promise<Judged[]> {
    const judged: Judged[] = [];
    for (const stack of stacks) {
        for (const program of ["platform", "bootstrap"] as const) {
            const folder = program === "bootstrap" ? join(root, "infra", "bootstrap") : root;
            // Nothing exists before the stack of the laptop, nor before one whose settings nobody wrote.
            const absent = stack === localStack || !existsSync(join(folder, `Pulumi.${stack}.yaml`));
            if (program === "bootstrap" && absent) continue;
            const { project } = await stackConfig(folder, stack);
            if (!isAskedFor({ stack, project })) continue;
            const { report } = await judgeOnce({ root, cache, stack, program });
            const [error] = report.errors;
            judged.push({ stack, project, findings: report.findings, ...(error !== undefined && { error }) });
        }
    }
    return judged;
}
