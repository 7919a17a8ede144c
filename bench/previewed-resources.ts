import { judgeOnce } from "../operations/guard/judge-once.ts";
import { paths } from "../tools/paths.mjs";

/** How many resources a stack consists of. */
export async function previewedResources(stack: string): Promise<number> {
    const question = { root: paths.root, cache: paths.cache, stack, program: "platform" } as const;
    const { report } = await judgeOnce(question);
    return report.resources.length;
}
