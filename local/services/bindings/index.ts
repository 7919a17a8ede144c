import { bind, type LiveBinding } from "./live-binding.ts";

export type { LiveBinding, LiveResource } from "./live-binding.ts";

/**
 * The types that also exist in the running services. A type that is not here lives in the store alone, because
 * nothing the functions do depends on it.
 */
export const bindings: Readonly<Record<string, LiveBinding>> = Object.freeze({
    "aws:apigatewayv2/api:Api": bind(() => import("./apigatewayv2-api.ts")),
    "aws:apigatewayv2/authorizer:Authorizer": bind(() => import("./apigatewayv2-authorizer.ts")),
    "aws:apigatewayv2/integration:Integration": bind(() => import("./apigatewayv2-integration.ts")),
    "aws:apigatewayv2/route:Route": bind(() => import("./apigatewayv2-route.ts")),
    "aws:apigatewayv2/stage:Stage": bind(() => import("./apigatewayv2-stage.ts")),
    "aws:athena/namedQuery:NamedQuery": bind(() => import("./athena-named-query.ts")),
    "aws:athena/workgroup:Workgroup": bind(() => import("./athena-workgroup.ts")),
    "aws:cloudwatch/logGroup:LogGroup": bind(() => import("./cloudwatch-log-group.ts")),
    "aws:cloudwatch/metricAlarm:MetricAlarm": bind(() => import("./cloudwatch-metric-alarm.ts")),
    "aws:datapipeline/pipelineDefinition:PipelineDefinition": bind(
        () => import("./datapipeline-pipeline-definition.ts"),
    ),
    "aws:dynamodb/table:Table": bind(() => import("./dynamodb-table.ts")),
    "aws:glue/catalogDatabase:CatalogDatabase": bind(() => import("./glue-catalog-database.ts")),
    "aws:glue/catalogTable:CatalogTable": bind(() => import("./glue-catalog-table.ts")),
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": bind(() => import("./iam-open-id-connect-provider.ts")),
    "aws:iam/role:Role": bind(() => import("./iam-role.ts")),
    "aws:iam/rolePolicy:RolePolicy": bind(() => import("./iam-role-policy.ts")),
    "aws:kms/alias:Alias": bind(() => import("./kms-alias.ts")),
    "aws:kms/key:Key": bind(() => import("./kms-key.ts")),
    "aws:lambda/eventSourceMapping:EventSourceMapping": bind(() => import("./lambda-event-source-mapping.ts")),
    "aws:lambda/function:Function": bind(() => import("./lambda-function.ts")),
    "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": bind(
        () => import("./lambda-event-invoke-config.ts"),
    ),
    "aws:lambda/invocation:Invocation": bind(() => import("./lambda-invocation.ts")),
    "aws:lambda/permission:Permission": bind(() => import("./lambda-permission.ts")),
    "aws:s3/bucket:Bucket": bind(() => import("./s3-bucket.ts")),
    "aws:s3/bucketNotification:BucketNotification": bind(() => import("./s3-bucket-notification.ts")),
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": bind(
        () => import("./s3-bucket-object-lock-configuration.ts"),
    ),
    "aws:s3/bucketObjectv2:BucketObjectv2": bind(() => import("./s3-bucket-object.ts")),
    "aws:s3/bucketPolicy:BucketPolicy": bind(() => import("./s3-bucket-policy.ts")),
    "aws:s3/bucketVersioning:BucketVersioning": bind(() => import("./s3-bucket-versioning.ts")),
    "aws:sagemaker/endpoint:Endpoint": bind(() => import("./sagemaker-endpoint.ts")),
    "aws:sagemaker/endpointConfiguration:EndpointConfiguration": bind(
        () => import("./sagemaker-endpoint-configuration.ts"),
    ),
    "aws:sagemaker/model:Model": bind(() => import("./sagemaker-model.ts")),
    "aws:sagemaker/modelPackageGroup:ModelPackageGroup": bind(() => import("./sagemaker-model-package-group.ts")),
    "aws:secretsmanager/secret:Secret": bind(() => import("./secretsmanager-secret.ts")),
    "aws:sfn/stateMachine:StateMachine": bind(() => import("./sfn-state-machine.ts")),
    "aws:sns/topic:Topic": bind(() => import("./sns-topic.ts")),
    "aws:sns/topicPolicy:TopicPolicy": bind(() => import("./sns-topic-policy.ts")),
    "aws:sns/topicSubscription:TopicSubscription": bind(() => import("./sns-topic-subscription.ts")),
    "aws:sqs/queue:Queue": bind(() => import("./sqs-queue.ts")),
    "aws:sqs/queuePolicy:QueuePolicy": bind(() => import("./sqs-queue-policy.ts")),
});
