import type { PlatformFunction } from "../../../../infra/compute/platform-function.ts";
import type { Runnables } from "../../../../infra/workflow/runnables.ts";
import { StepFunctionsOrchestrator } from "../../../../infra/workflow/step-functions-orchestrator.ts";
import type { Workflow } from "../../../../infra/workflow/workflow.ts";
import { ACCOUNT, theKey, theTopic } from "../../../support/infra-parts.ts";
import { allRegistered } from "../../../support/mocks.ts";
import { spark, workflow } from "./workflows.ts";

/** As much of a function as an orchestrator asks for. */
function callable(verb: string): PlatformFunction {
    const arn = `arn:lambda:${verb}`;
    const grantInvoke = () => [{ Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: arn }];
    return { arn, grantInvoke } as unknown as PlatformFunction;
}

export const start = (Resource: string) => [{ Effect: "Allow" as const, Action: ["the:Start"], Resource }];
const runnables: Runnables = {
    functions: { collect: callable("collect"), report: callable("report") },
    sparkJobs: { trends: { job: spark, grants: start("trends") } },
    trainings: { fraud: { job: { RoleArn: "arn:train" }, grants: start("fraud") } },
};

/** The orchestrator `w` of a workflow that differs in these. */
export async function orchestrator(changes: Partial<Workflow> = {}) {
    new StepFunctionsOrchestrator("w", {
        workflow: workflow(changes),
        runnables,
        accountId: ACCOUNT,
        region: "eu-west-1",
        topic: theTopic(),
        log: { key: theKey(), retentionDays: 400 },
    });
    await allRegistered();
}
