import { settingsOf, stackNames } from "../../stacks/settings-of.ts";
import { localStack } from "../../tools/pulumi/stacks.mjs";

/** Whether the workflows of a stack are of AWS Data Pipeline, in an account. That a stack has no settings is told elsewhere. */
export function needsDataPipeline(stack: string): boolean {
    return (
        stack !== localStack &&
        stackNames.includes(stack) &&
        settingsOf(stack).workflow.orchestrator === "data-pipeline"
    );
}

/** What a person has to change where the service is closed to the account. */
export function mendFor(stack: string): string {
    return `Set workflow.orchestrator to "step-functions" in stacks/${stack}.ts: the same workflows, on AWS Step Functions.`;
}
