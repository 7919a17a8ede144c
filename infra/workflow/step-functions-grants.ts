import type { Grant } from "../security/grant.ts";
import { grantsToRun, namesUsed, type Runnables } from "./runnables.ts";
import type { Workflow } from "./workflow.ts";

export interface RunnerPlace {
    accountId: string;
    region: string;
}

/** Rules by which Step Functions hears of the end of what is no function; it makes them itself, under these names. */
const RULES = {
    sparkJob: "StepFunctionsGetEventsForEMRServerlessJobRule",
    training: "StepFunctionsGetEventsForSageMakerTrainingJobsRule",
} as const;

/** What the role of the state machine may do, besides telling of failures. */
export function runnerGrants(workflow: Workflow, runnables: Runnables, { accountId, region }: RunnerPlace): Grant[] {
    const used = namesUsed(workflow);
    const rules = (["sparkJob", "training"] as const)
        .filter((kind) => used[kind].length > 0)
        .map((kind) => `arn:aws:events:${region}:${accountId}:rule/${RULES[kind]}`);
    const hear: Grant[] = rules.map((Resource) => ({
        Effect: "Allow",
        Action: ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
        Resource,
    }));
    return [...grantsToRun(workflow, runnables), ...hear, ...OBSERVE];
}

const OBSERVE: Grant[] = [
    // The delivery of logs and the traces have no resources to name.
    {
        Effect: "Allow",
        Action: [
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:DescribeLogGroups",
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "xray:PutTelemetryRecords",
            "xray:PutTraceSegments",
        ],
        Resource: "*",
    },
];
