/** What a cloud takes as a name: the most characters, and their kind. */
export interface NameLimit {
    most: number;
    pattern: RegExp;
}

const limit = (most: number, pattern: RegExp): NameLimit => ({ most, pattern });

const WORD = /^[\w-]+$/;
/** Data Factory takes no dash here, unlike in a pipeline. */
const WITHOUT_DASH = /^\w+$/;
const DASHED = /^[a-zA-Z0-9](-?[a-zA-Z0-9])*$/;
const DASHED_LOWER = /^[a-z](-?[a-z0-9])*$/;
const PRINTABLE = /^[^\p{Cc}]+$/u;
const ANY_NAME = /^[\w.-]+$/;

/**
 * Limits of every property that names something in a cloud, by type. Sources: the API reference of each AWS service, at
 * the request that creates the thing; for Azure "Naming rules and restrictions for Azure resources".
 */
export const NAME_LIMITS: Readonly<Record<string, Readonly<Record<string, NameLimit>>>> = {
    "aws:apigatewayv2/api:Api": { name: limit(128, PRINTABLE) },
    "aws:apigatewayv2/authorizer:Authorizer": { name: limit(128, PRINTABLE) },
    "aws:apigatewayv2/stage:Stage": { name: limit(128, /^(\$default|[\w-]+)$/) },
    "aws:appautoscaling/policy:Policy": { name: limit(256, PRINTABLE) },
    "aws:athena/namedQuery:NamedQuery": { name: limit(128, PRINTABLE) },
    "aws:athena/workgroup:Workgroup": { name: limit(128, ANY_NAME) },
    "aws:budgets/budget:Budget": { name: limit(100, /^[^:\\]+$/) },
    "aws:cloudformation/stack:Stack": { name: limit(128, /^[a-zA-Z][a-zA-Z0-9-]*$/) },
    "aws:cloudtrail/trail:Trail": {
        name: limit(128, /^[a-zA-Z0-9]([._-]?[a-zA-Z0-9])+$/),
        "advancedEventSelectors[].name": limit(1000, PRINTABLE),
    },
    "aws:cloudwatch/dashboard:Dashboard": { dashboardName: limit(255, WORD) },
    "aws:cloudwatch/logGroup:LogGroup": {
        name: limit(512, /^[\w./#-]+$/),
        // The provider adds 26 digits.
        namePrefix: limit(486, /^[\w./#-]+$/),
    },
    "aws:cloudwatch/metricAlarm:MetricAlarm": { name: limit(255, PRINTABLE) },
    "aws:cloudwatch/compositeAlarm:CompositeAlarm": { alarmName: limit(255, PRINTABLE) },
    "aws:datapipeline/pipeline:Pipeline": { name: limit(1024, PRINTABLE) },
    // Pulumi's field for the name of an object within its definition: at most 1024 characters.
    "aws:datapipeline/pipelineDefinition:PipelineDefinition": { "pipelineObjects[].name": limit(1024, PRINTABLE) },
    "aws:dynamodb/table:Table": {
        name: limit(255, /^[\w.-]{3,}$/),
        "globalSecondaryIndexes[].name": limit(255, /^[\w.-]{3,}$/),
    },
    "aws:ec2/securityGroup:SecurityGroup": { name: limit(255, /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]+$/) },
    "aws:emrserverless/application:Application": {
        name: limit(64, /^[\w./#-]+$/),
        "monitoringConfiguration.cloudwatchLoggingConfiguration.logStreamNamePrefix": limit(512, /^[^:*]+$/),
    },
    "aws:glue/catalogDatabase:CatalogDatabase": { name: limit(255, /^[a-z0-9_]+$/) },
    "aws:glue/catalogTable:CatalogTable": { name: limit(255, /^[a-z0-9_]+$/) },
    "aws:iam/policy:Policy": { name: limit(128, /^[\w+=,.@-]+$/) },
    "aws:iam/role:Role": { name: limit(64, /^[\w+=,.@-]+$/), "inlinePolicies[].name": limit(128, /^[\w+=,.@-]+$/) },
    "aws:iam/rolePolicy:RolePolicy": { name: limit(128, /^[\w+=,.@-]+$/) },
    "aws:kms/alias:Alias": { name: limit(256, /^alias\/(?!aws\/)[\w/-]+$/) },
    "aws:lambda/function:Function": { name: limit(64, WORD) },
    "aws:lambda/alias:Alias": { name: limit(128, /^(?!\d+$)[\w-]+$/) },
    "aws:lambda/permission:Permission": { statementId: limit(100, WORD) },
    "aws:quicksight/dashboard:Dashboard": { dashboardId: limit(512, WORD), name: limit(2048, PRINTABLE) },
    "aws:quicksight/accountSubscription:AccountSubscription": { accountName: limit(62, /^(?![Dd]-)[\da-zA-Z-]+$/) },
    "aws:quicksight/dataSet:DataSet": {
        dataSetId: limit(512, WORD),
        name: limit(128, PRINTABLE),
        "physicalTableMaps[].physicalTableMapId": limit(64, /^[0-9a-zA-Z-]+$/),
        "physicalTableMaps[].relationalTable.name": limit(64, WORD),
        "physicalTableMaps[].customSql.name": limit(128, PRINTABLE),
        "logicalTableMaps[].logicalTableMapId": limit(64, /^[0-9a-zA-Z-]+$/),
        "logicalTableMaps[].source.physicalTableId": limit(64, /^[0-9a-zA-Z-]+$/),
    },
    "aws:quicksight/dataSource:DataSource": { dataSourceId: limit(512, WORD), name: limit(128, PRINTABLE) },
    "aws:quicksight/group:Group": { groupName: limit(256, PRINTABLE) },
    "aws:quicksight/refreshSchedule:RefreshSchedule": { scheduleId: limit(128, WORD), dataSetId: limit(512, WORD) },
    "aws:quicksight/vpcConnection:VpcConnection": {
        name: limit(128, PRINTABLE),
        vpcConnectionId: limit(1000, /^[\w-]+$/),
    },
    "aws:redshiftserverless/namespace:Namespace": {
        namespaceName: limit(64, /^[a-z0-9-]{3,}$/),
        dbName: limit(64, /^[a-zA-Z][\w+.@-]*$/),
        adminUsername: limit(127, /^[a-zA-Z][\w+.@-]*$/),
    },
    "aws:redshiftserverless/workgroup:Workgroup": { workgroupName: limit(64, /^[a-z0-9-]{3,}$/) },
    "aws:s3/bucket:Bucket": {
        bucket: limit(63, /^(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9.-]+[a-z0-9]$/),
        bucketPrefix: limit(37, /^[a-z0-9][a-z0-9.-]*$/),
    },
    "aws:sagemaker/endpoint:Endpoint": { name: limit(63, DASHED) },
    "aws:sagemaker/endpointConfiguration:EndpointConfiguration": {
        name: limit(63, DASHED),
        namePrefix: limit(37, /^[a-zA-Z0-9-]+$/),
        "productionVariants[].variantName": limit(63, DASHED),
    },
    "aws:sagemaker/model:Model": { name: limit(63, DASHED) },
    "aws:sagemaker/modelPackageGroup:ModelPackageGroup": { modelPackageGroupName: limit(63, DASHED) },
    "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy": { modelPackageGroupName: limit(63, DASHED) },
    "aws:scheduler/schedule:Schedule": { name: limit(64, ANY_NAME) },
    "aws:scheduler/scheduleGroup:ScheduleGroup": { name: limit(64, ANY_NAME) },
    "aws:secretsmanager/secret:Secret": { name: limit(512, /^[\w/+=.@-]+$/), namePrefix: limit(486, /^[\w/+=.@-]+$/) },
    "aws:sfn/stateMachine:StateMachine": { name: limit(80, WORD) },
    "aws:sns/topic:Topic": { name: limit(256, WORD), displayName: limit(100, PRINTABLE) },
    "aws:sqs/queue:Queue": { name: limit(80, WORD) },
    "azure-native:authorization:RoleAssignment": { roleAssignmentName: limit(36, /^[0-9a-f-]{36}$/) },
    "azure-native:authorization:RoleDefinition": {
        roleDefinitionId: limit(36, /^[0-9a-f-]{36}$/),
        roleName: limit(128, PRINTABLE),
    },
    "azure-native:consumption:Budget": { budgetName: limit(63, WORD) },
    "azure-native:datafactory:DataFlow": { dataFlowName: limit(260, WITHOUT_DASH) },
    "azure-native:datafactory:Dataset": { datasetName: limit(260, WITHOUT_DASH) },
    "azure-native:datafactory:Factory": { factoryName: limit(63, DASHED) },
    "azure-native:datafactory:CredentialOperation": { credentialName: limit(260, WORD) },
    "azure-native:datafactory:LinkedService": { linkedServiceName: limit(260, WITHOUT_DASH) },
    "azure-native:datafactory:IntegrationRuntime": { integrationRuntimeName: limit(63, DASHED) },
    "azure-native:datafactory:ManagedPrivateEndpoint": { managedPrivateEndpointName: limit(80, WORD) },
    "azure-native:datafactory:Pipeline": { pipelineName: limit(140, WORD), "activities[].name": limit(55, WORD) },
    "azure-native:keyvault:Vault": { vaultName: limit(24, /^[a-zA-Z](-?[a-zA-Z0-9])+$/) },
    "azure-native:managedidentity:FederatedIdentityCredential": {
        federatedIdentityCredentialResourceName: limit(120, /^[a-zA-Z0-9][\w-]{2,}$/),
    },
    "azure-native:managedidentity:UserAssignedIdentity": { resourceName: limit(128, /^[a-zA-Z0-9][\w-]{2,}$/) },
    "azure-native:monitor:ActionGroup": {
        actionGroupName: limit(260, /^[^:<>+/&%\\?|]*[^:<>+/&%\\?| .]$/),
        groupShortName: limit(12, PRINTABLE),
        "emailReceivers[].name": limit(260, PRINTABLE),
    },
    "azure-native:monitor:DiagnosticSetting": { name: limit(260, /^[^<>*#%&:\\?+/|]+$/) },
    "azure-native:monitor:MetricAlert": {
        ruleName: limit(260, /^[^*#&+:<>?@%{}\\/|]*[^*#&+:<>?@%{}\\/| .]$/),
        "criteria.allOf[].name": limit(260, PRINTABLE),
    },
    "azure-native:operationalinsights:Workspace": {
        workspaceName: limit(63, /^[a-zA-Z0-9][a-zA-Z0-9-]{2,}[a-zA-Z0-9]$/),
    },
    "azure-native:resources:ResourceGroup": { resourceGroupName: limit(90, /^[\w.()-]*[\w()-]$/) },
    "azure-native:storage:BlobContainer": { containerName: limit(63, DASHED_LOWER) },
    "azure-native:storage:BlobServiceProperties": { blobServicesName: limit(7, /^default$/) },
    "azure-native:storage:StorageAccount": { accountName: limit(24, /^[a-z0-9]{3,}$/) },
    "azuread:index/application:Application": { displayName: limit(120, PRINTABLE) },
};
