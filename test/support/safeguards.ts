import type { ResourceRecord } from "../../policies/core/resource.ts";

/** Inputs that name or wire things, set sizes, or repeat a default. Leaving one of them out takes no safeguard away. */
const NO_SAFEGUARD: Record<string, RegExp> = {
    "aws:kms/key:Key": /^(description|keyUsage|customerMasterKeySpec|deletionWindowInDays)$/,
    "aws:dynamodb/table:Table": /^(billingMode|hashKey|rangeKey|attributes|globalSecondaryIndexes)$/,
    "aws:sqs/queue:Queue": /^$/,
    "aws:s3/bucket:Bucket": /^forceDestroy$/,
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": /^$/,
    "aws:sns/topic:Topic": /^displayName$/,
    "aws:sns/topicSubscription:TopicSubscription": /^endpoint$/,
    "aws:lambda/function:Function": /^(description|code|handler|architectures|role|timeout|memorySize|environment)$/,
    "aws:lambda/eventSourceMapping:EventSourceMapping": /^(batchSize|maximumBatchingWindowInSeconds|functionName)$/,
    "aws:lambda/permission:Permission": /^(action|function)$/,
    "aws:apigatewayv2/authorizer:Authorizer": /^(apiId|name)$/,
    "aws:apigatewayv2/integration:Integration": /^(apiId|integrationMethod|payloadFormatVersion|timeoutMilliseconds)$/,
    "aws:apigatewayv2/route:Route": /^(apiId|target)$/,
    "aws:apigatewayv2/stage:Stage": /^(apiId|name|autoDeploy)$/,
    "aws:emrserverless/application:Application":
        /^(type|architecture|autoStartConfiguration|autoStopConfiguration|schedulerConfiguration)$/,
    "aws:s3/bucketObjectv2:BucketObjectv2": /^(key|source|contentType)$/,
    "aws:athena/workgroup:Workgroup": /^(description|state|forceDestroy)$/,
    "aws:quicksight/dataSource:DataSource": /^(dataSourceId|name|type|parameters|sslProperties)$/,
    "aws:quicksight/dataSet:DataSet": /^(dataSetId|name|importMode|physicalTableMaps|logicalTableMaps)$/,
    "aws:quicksight/accountSubscription:AccountSubscription": /^(accountName|notificationEmail|region)$/,
    "aws:cloudformation/stack:Stack": /^(name|templateBody|onFailure|timeoutInMinutes)$/,
    "aws:redshiftserverless/namespace:Namespace": /^(namespaceName|dbName|iamRoles|defaultIamRoleArn)$/,
    "aws:redshiftserverless/workgroup:Workgroup": /^(workgroupName|namespaceName|baseCapacity|port)$/,
    "aws:redshiftserverless/usageLimit:UsageLimit": /^(period|amount)$/,
    "aws:secretsmanager/secret:Secret": /^description$/,
    "aws:cloudtrail/trail:Trail": /^(name|s3BucketName)$/,
    "aws:ec2/flowLog:FlowLog": /^(logDestinationType|logDestination|iamRoleArn|maxAggregationInterval)$/,
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": /^(ingress|egress)$/,
    "aws:ec2/vpcEndpoint:VpcEndpoint":
        /^(vpcId|serviceName|vpcEndpointType|privateDnsEnabled|subnetIds|securityGroupIds|routeTableIds)$/,
    "aws:cloudwatch/metricAlarm:MetricAlarm":
        /^(namespace|(extendedS|s)tatistic|comparisonOperator|threshold|period|evaluationPeriods|treatMissingData|okActions)$/,
    "aws:cloudwatch/dashboard:Dashboard": /^dashboardName$/,
    "aws:budgets/budget:Budget": /^(budgetType|timeUnit|limitAmount|limitUnit)$/,
    "aws:sagemaker/model:Model": /^(executionRoleArn|primaryContainer)$/,
    "aws:sagemaker/endpointConfiguration:EndpointConfiguration": /^(namePrefix|productionVariants)$/,
    "aws:sagemaker/endpoint:Endpoint": /^(name|endpointConfigName)$/,
    "aws:sagemaker/modelPackageGroup:ModelPackageGroup": /^modelPackageGroup(Name|Description)$/,
    "aws:appautoscaling/target:Target": /^(serviceNamespace|scalableDimension|resourceId|maxCapacity)$/,
    "aws:appautoscaling/policy:Policy": /^(policyType|serviceNamespace|scalableDimension|resourceId)$/,
    "azure-native:monitor:MetricAlert":
        /^(resourceGroupName|location|severity|autoMitigate|evaluationFrequency|windowSize)$/,
    "azure-native:operationalinsights:Workspace": /^(resourceGroupName|location|sku|features)$/,
    "aws:cloudwatch/logGroup:LogGroup": /^namePrefix$/,
    "aws:sfn/stateMachine:StateMachine": /^(type|definition|roleArn)$/,
    "aws:scheduler/schedule:Schedule": /^(description|scheduleExpression|flexibleTimeWindow|target)$/,
    "azure-native:storage:StorageAccount": /^(accountName|resourceGroupName|kind|location|publicNetworkAccess)$/,
    "azure-native:datafactory:LinkedService": /^(resourceGroupName|factoryName|linkedServiceName)$/,
    "azure-native:datafactory:CredentialOperation": /^(resourceGroupName|factoryName|credentialName)$/,
    "azure-native:authorization:RoleAssignment": /^(roleAssignmentName|principalId|roleDefinitionId)$/,
    "azure-native:authorization:RoleDefinition": /^(scope|roleDefinitionId|roleName|roleType|description)$/,
    "azure-native:managedidentity:FederatedIdentityCredential":
        /^(resourceGroupName|resourceName|federatedIdentityCredentialResourceName)$/,
    "azuread:index/application:Application": /^(displayName|description|identifierUris)$/,
    "azure-native:datafactory:Factory": /^(factoryName|resourceGroupName|location)$/,
};

/** Whether leaving this input out takes a safeguard away. */
export function isSafeguard({ type, props }: ResourceRecord, property: string): boolean {
    // Work waits four days by default, which is enough; dead letters need fourteen.
    if (property === "messageRetentionSeconds" && "redrivePolicy" in props) return false;
    return type in NO_SAFEGUARD && !NO_SAFEGUARD[type]?.test(property);
}
