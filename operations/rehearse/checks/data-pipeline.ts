import { askDataPipeline } from "../../eligibility/data-pipeline.ts";
import { mendFor, needsDataPipeline } from "../../eligibility/setting.ts";
import { done, fails, left } from "../outcome.ts";
import type { Check } from "../situation.ts";

export const dataPipeline: Check = {
    name: "workflows",
    async look({ stack, account }) {
        if (!needsDataPipeline(stack)) return [done("not of AWS Data Pipeline, so that every account may have them")];
        const cloud = await account();
        if (typeof cloud === "string") {
            return [left("whether the account may have AWS Data Pipeline, which takes no new customers", cloud)];
        }
        const found = await askDataPipeline(cloud, true);
        if (found.state === "open") return [done(`AWS Data Pipeline lets the account in: ${found.because}`)];
        if (found.state === "unknown") return [left(`whether AWS Data Pipeline lets the account in: ${found.why}`)];
        return [fails("AWS Data Pipeline", `refuses the account (${found.says})`, mendFor(stack))];
    },
};
