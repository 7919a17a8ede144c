import assert from "node:assert/strict";
import { stackNames } from "../../stacks/settings-of.ts";
import { programRecords } from "../support/program-records.ts";

/** Each system that the platform is made of, by the types without which it would not be there. */
const SYSTEMS: Readonly<Record<string, readonly string[]>> = {
    "the orchestrator of the batch side": ["aws:sfn/stateMachine:StateMachine", "aws:scheduler/schedule:Schedule"],
    "AWS Lambda": ["aws:lambda/function:Function", "aws:lambda/eventSourceMapping:EventSourceMapping"],
    "Amazon SageMaker": [
        "aws:sagemaker/model:Model",
        "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
        "aws:sagemaker/endpoint:Endpoint",
        "aws:sagemaker/modelPackageGroup:ModelPackageGroup",
    ],
    "Amazon SNS": [
        "aws:sns/topic:Topic",
        "aws:sns/topicPolicy:TopicPolicy",
        "aws:sns/topicSubscription:TopicSubscription",
    ],
    "Amazon SQS": ["aws:sqs/queue:Queue", "aws:sqs/queuePolicy:QueuePolicy"],
    "Amazon Redshift": [
        "aws:redshiftserverless/namespace:Namespace",
        "aws:redshiftserverless/workgroup:Workgroup",
        "aws:lambda/invocation:Invocation",
    ],
    "Amazon QuickSight": [
        "aws:quicksight/vpcConnection:VpcConnection",
        "aws:quicksight/dataSource:DataSource",
        "aws:quicksight/dataSet:DataSet",
        "aws:quicksight/refreshSchedule:RefreshSchedule",
        "aws:quicksight/group:Group",
        "aws:cloudformation/stack:Stack",
    ],
    "Amazon Athena": [
        "aws:athena/workgroup:Workgroup",
        "aws:athena/namedQuery:NamedQuery",
        "aws:glue/catalogTable:CatalogTable",
    ],
};

for (const stack of stackNames) {
    describe(`the systems in ${stack}`, () => {
        let types: ReadonlySet<string>;
        before(async () => {
            types = new Set((await programRecords(stack)).map(({ type }) => type));
        });

        for (const [system, needed] of Object.entries(SYSTEMS)) {
            it(`include ${system}`, () => {
                assert.deepEqual(
                    needed.filter((type) => !types.has(type)),
                    [],
                );
            });
        }
    });
}
