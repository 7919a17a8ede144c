import { paths } from "../../tools/paths.mjs";
import { openCloud } from "../verify/cloud.ts";
import { askDataPipeline, type Eligibility } from "./data-pipeline.ts";
import { needsDataPipeline } from "./setting.ts";

/**
 * Why the workflows of a stack cannot be made, asked once, before anything is created; undefined where they can, or where
 * nobody can tell: then the preview goes on, and says itself what else is amiss.
 */
export async function refusedWorkflows(
    stack: string,
    mayMake: boolean,
    ask: (stack: string, mayMake: boolean) => Promise<Eligibility> = askAccount,
): Promise<string | undefined> {
    if (!needsDataPipeline(stack)) return undefined;
    const found = await ask(stack, mayMake);
    if (found.state !== "closed") return undefined;
    return `AWS Data Pipeline takes no new customers, and refuses the account of ${stack} (${found.says}).`;
}

async function askAccount(stack: string, mayMake: boolean): Promise<Eligibility> {
    try {
        const cloud = await openCloud(stack, paths);
        try {
            return await askDataPipeline(cloud, mayMake);
        } finally {
            cloud.close();
        }
    } catch (cause) {
        return { state: "unknown", why: cause instanceof Error ? cause.message : String(cause) };
    }
}
