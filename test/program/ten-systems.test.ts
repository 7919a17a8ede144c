import assert from "node:assert/strict";
import { settingsOf, stackNames } from "../../stacks/settings-of.ts";
import { programRecords } from "../support/program-records.ts";

/** The batch side is started by AWS Data Pipeline, or where the settings say so, by what stands in for it. */
const ORCHESTRATORS = {
    "data-pipeline": [
        "aws:datapipeline/pipeline:Pipeline",
        "aws:datapipeline/pipelineDefinition:PipelineDefinition",
        "aws:scheduler/schedule:Schedule",
    ],
    "step-functions": ["aws:sfn/stateMachine:StateMachine", "aws:scheduler/schedule:Schedule"],
};

/** Each system that the platform is made of, by the types without which it would not be there. */
const SYSTEMS: Readonly<Record<string, readonly string[]>> = {
    "AWS Lambda": ["aws:lambda/function:Function", "aws:lambda/eventSourceMapping:EventSourceMapping"],
    "Amazon SageMaker": [
        "aws:sagemaker/model:Model",
        "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
        "aws:sagemaker/endpoint:Endpoint",
        "aws:sagemaker/modelPackageGroup:ModelPackageGroup",
    ],
    "Amazon QuickSight": [
        "aws:quicksight/vpcConnection:VpcConnection",
        "aws:quicksight/dataSource:DataSource",
        "aws:quicksight/dataSet:DataSet",
        "aws:quicksight/refreshSchedule:RefreshSchedule",
        "aws:quicksight/group:Group",
        "aws:cloudformation/stack:Stack",
    ],
    "Amazon Redshift": [
        "aws:redshiftserverless/namespace:Namespace",
        "aws:redshiftserverless/workgroup:Workgroup",
        "aws:redshiftserverless/usageLimit:UsageLimit",
        "aws:lambda/invocation:Invocation",
    ],
    "Amazon EMR": ["aws:emrserverless/application:Application", "aws:s3/bucketObjectv2:BucketObjectv2"],
    "Amazon SNS": [
        "aws:sns/topic:Topic",
        "aws:sns/topicPolicy:TopicPolicy",
        "aws:sns/topicSubscription:TopicSubscription",
    ],
    "Amazon SQS": ["aws:sqs/queue:Queue", "aws:sqs/queuePolicy:QueuePolicy"],
    "Azure Data Factory": [
        "azure-native:datafactory:Factory",
        "azure-native:datafactory:LinkedService",
        "azure-native:datafactory:Dataset",
        "azure-native:datafactory:Pipeline",
    ],
    "Amazon Athena": [
        "aws:athena/workgroup:Workgroup",
        "aws:athena/namedQuery:NamedQuery",
        "aws:glue/catalogTable:CatalogTable",
    ],
};

for (const stack of stackNames) {
    describe(`the ten systems in ${stack}`, () => {
        const { orchestrator } = settingsOf(stack).workflow;
        const systems = { ...SYSTEMS, [`the orchestrator, ${orchestrator}`]: ORCHESTRATORS[orchestrator] };
        let types: ReadonlySet<string>;
        before(async () => {
            types = new Set((await programRecords(stack)).map(({ type }) => type));
        });

        for (const [system, needed] of Object.entries(systems)) {
            it(`include ${system}`, () => {
                assert.deepEqual(
                    needed.filter((type) => !types.has(type)),
                    [],
                );
            });
        }
    });
}
