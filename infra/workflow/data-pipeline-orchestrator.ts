import { Pipeline } from "@pulumi/aws/datapipeline/pipeline.js";
import { PipelineDefinition } from "@pulumi/aws/datapipeline/pipelineDefinition.js";
import { ComponentResource, type ComponentResourceOptions, output, ResourceError } from "@pulumi/pulumi";
import { type Fault, tell } from "../../stacks/fault.ts";
import type { AlertTopic } from "../alerts/alert-topic.ts";
import { PIPELINE_ROLE } from "../security/role-place.ts";
import { serviceRole } from "../security/service-role.ts";
import { dataPipelineDefinition } from "./data-pipeline-definition.ts";
import { pipelineFaults } from "./pipeline-faults.ts";
import { knownWorks, namesOf, type Runnables } from "./runnables.ts";
import type { Workflow } from "./workflow.ts";
import { regionFaults, workflowFaults } from "./workflow-faults.ts";

export interface DataPipelineOrchestratorArgs {
    workflow: Workflow;
    /** What its steps may run. */
    runnables: Runnables;
    /** Group of the workers that take its tasks on; see `PipelineWorker`. */
    workerGroup: string;
    /** Account on whose behalf the service acts, 12 digits. */
    accountId: string;
    /** AWS region of the pipeline: one of the five that have the service. */
    region: string;
    /** Who is told when a step fails for good, or is late. */
    topic: AlertTopic;
}

/** Carries a workflow out by AWS Data Pipeline. Each step waits for a worker of ours, so the service itself may only tell. */
export class DataPipelineOrchestrator extends ComponentResource {
    constructor(name: string, args: DataPipelineOrchestratorArgs, opts?: ComponentResourceOptions) {
        super("compliance:workflow:DataPipelineOrchestrator", name, {}, opts);
        const { workflow, runnables, workerGroup, accountId, region, topic } = args;
        this.refuse([...workflowFaults(workflow, namesOf(runnables)), ...regionFaults(region)]);

        const teller = serviceRole(this, `${PIPELINE_ROLE}${name}`, {
            description: `Tells of failed and late steps of the workflow ${name}, nothing else`,
            service: "datapipeline.amazonaws.com",
            accountId,
            grants: topic.grantPublish(),
            // A definition gives the name of a role, and the service looks for it in no path.
            path: "/",
        });
        const pipeline = new Pipeline(name, { description: `The workflow ${name}` }, { parent: this });
        const place = output({ topicArn: topic.arn, role: teller.role.name, works: knownWorks(runnables) });
        new PipelineDefinition(
            name,
            {
                pipelineId: pipeline.id,
                pipelineObjects: place.apply(({ works, ...rest }) => {
                    const objects = dataPipelineDefinition(workflow, { ...works, ...rest, workerGroup });
                    this.refuse(pipelineFaults(objects));
                    return objects;
                }),
            },
            // The pipeline begins as soon as it is defined.
            { parent: this, dependsOn: teller.policy },
        );
        this.registerOutputs({});
    }

    private refuse(faults: Fault[]): void {
        if (faults.length === 0) return;
        throw new ResourceError(`workflow has faults:\n  ${faults.map(tell).join("\n  ")}`, this, true);
    }
}
