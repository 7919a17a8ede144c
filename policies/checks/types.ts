/** Type tokens of the resources that the rules know; see `canonicalType` for their other forms. */
export const KEY = "aws:kms/key:Key";
export const KEY_POLICY = "aws:kms/keyPolicy:KeyPolicy";

export const EXTERNAL_KEY = "aws:kms/externalKey:ExternalKey";
export const REPLICA_KEY = "aws:kms/replicaKey:ReplicaKey";

export const BUCKET = "aws:s3/bucket:Bucket";
export const BUCKET_ENCRYPTION =
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
export const BUCKET_LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
export const BUCKET_LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
export const BUCKET_LOGGING = "aws:s3/bucketLogging:BucketLogging";
export const BUCKET_OWNERSHIP = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
export const BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";
export const BUCKET_PUBLIC_ACCESS = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
export const BUCKET_VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";

export const ACCESS_POINT = "aws:s3/accessPoint:AccessPoint";
export const ACCESS_POINT_POLICY = "aws:s3control/accessPointPolicy:AccessPointPolicy";

export const OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";

export const QUEUE = "aws:sqs/queue:Queue";
export const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";

export const TOPIC = "aws:sns/topic:Topic";
export const TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy";
export const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";

export const TABLE = "aws:dynamodb/table:Table";

export const TABLE_POLICY = "aws:dynamodb/resourcePolicy:ResourcePolicy";

export const FUNCTION = "aws:lambda/function:Function";
export const RECURSION = "aws:lambda/functionRecursionConfig:FunctionRecursionConfig";
export const MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";
export const FUNCTION_PERMISSION = "aws:lambda/permission:Permission";
export const FUNCTION_URL = "aws:lambda/functionUrl:FunctionUrl";

export const APPLICATION = "aws:emrserverless/application:Application";

export const ROLE = "aws:iam/role:Role";
export const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
export const ROLE_ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
export const MANAGED_POLICY = "aws:iam/policy:Policy";

/** Credentials of AWS that end only when somebody ends them. */
export const LONG_LIVED_CREDENTIALS = [
    "aws:iam/accessKey:AccessKey",
    "aws:iam/user:User",
    "aws:iam/userLoginProfile:UserLoginProfile",
    "aws:iam/serviceSpecificCredential:ServiceSpecificCredential",
    "aws:iam/sshKey:SshKey",
];

export const OIDC_PROVIDER = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
export const OUTBOUND_FEDERATION = "aws:iam/outboundWebIdentityFederation:OutboundWebIdentityFederation";
export const DASHBOARD_SUBSCRIPTION = "aws:quicksight/accountSubscription:AccountSubscription";

export const API = "aws:apigatewayv2/api:Api";
export const API_AUTHORIZER = "aws:apigatewayv2/authorizer:Authorizer";
export const API_INTEGRATION = "aws:apigatewayv2/integration:Integration";
export const API_ROUTE = "aws:apigatewayv2/route:Route";
export const API_STAGE = "aws:apigatewayv2/stage:Stage";

export const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
export const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

export const DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";

export const BUDGET = "aws:budgets/budget:Budget";
export const TRAIL = "aws:cloudtrail/trail:Trail";
export const NETWORK = "aws:ec2/vpc:Vpc";
export const SUBNET = "aws:ec2/subnet:Subnet";
export const ROUTE = "aws:ec2/route:Route";
export const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
export const ROUTE_TABLE_ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
export const INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
export const GATEWAY_ATTACHMENT = "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment";
export const EGRESS_GATEWAY = "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway";
export const NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
export const PUBLIC_ADDRESS = "aws:ec2/eip:Eip";
export const FLOW_LOG = "aws:ec2/flowLog:FlowLog";
export const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
export const SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
export const DEFAULT_SECURITY_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
export const SECURITY_GROUP_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
export const INGRESS_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
export const EGRESS_RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

export const STATE_MACHINE = "aws:sfn/stateMachine:StateMachine";
export const SCHEDULE = "aws:scheduler/schedule:Schedule";
export const SCHEDULE_GROUP = "aws:scheduler/scheduleGroup:ScheduleGroup";

export const DATA_SET = "aws:quicksight/dataSet:DataSet";
export const DATA_SOURCE = "aws:quicksight/dataSource:DataSource";
export const REFRESH_SCHEDULE = "aws:quicksight/refreshSchedule:RefreshSchedule";
export const VPC_CONNECTION = "aws:quicksight/vpcConnection:VpcConnection";
export const QUICKSIGHT_SUBSCRIPTION = "aws:quicksight/accountSubscription:AccountSubscription";
export const CLOUDFORMATION_STACK = "aws:cloudformation/stack:Stack";
export const PIPELINE = "aws:datapipeline/pipeline:Pipeline";
export const PIPELINE_DEFINITION = "aws:datapipeline/pipelineDefinition:PipelineDefinition";
export const EVENT_INVOKE_CONFIG = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";

export const RESOURCE_GROUP = "azure-native:resources:ResourceGroup";
export const STORAGE_ACCOUNT = "azure-native:storage:StorageAccount";
export const BLOB_SERVICE = "azure-native:storage:BlobServiceProperties";
export const BLOB_CONTAINER = "azure-native:storage:BlobContainer";
export const LINKED_SERVICE = "azure-native:datafactory:LinkedService";
export const FACTORY_CREDENTIAL = "azure-native:datafactory:CredentialOperation";
export const FACTORY_DATASET = "azure-native:datafactory:Dataset";
export const FACTORY_PIPELINE = "azure-native:datafactory:Pipeline";
export const ROLE_ASSIGNMENT = "azure-native:authorization:RoleAssignment";
export const ROLE_DEFINITION = "azure-native:authorization:RoleDefinition";
export const FEDERATED_CREDENTIAL = "azure-native:managedidentity:FederatedIdentityCredential";
export const AZURE_IDENTITY = "azure-native:managedidentity:UserAssignedIdentity";
export const ENTRA_APPLICATION = "azuread:index/application:Application";
export const ENTRA_PRINCIPAL = "azuread:index/servicePrincipal:ServicePrincipal";
/** By any of these somebody could sign in as an application. */
export const ENTRA_CREDENTIALS = [
    "azuread:index/applicationPassword:ApplicationPassword",
    "azuread:index/applicationCertificate:ApplicationCertificate",
    "azuread:index/applicationFederatedIdentityCredential:ApplicationFederatedIdentityCredential",
    "azuread:index/applicationFlexibleFederatedIdentityCredential:ApplicationFlexibleFederatedIdentityCredential",
    "azuread:index/servicePrincipalPassword:ServicePrincipalPassword",
    "azuread:index/servicePrincipalCertificate:ServicePrincipalCertificate",
];
export const FACTORY = "azure-native:datafactory:Factory";

export const WORKGROUP = "aws:athena/workgroup:Workgroup";
export const NAMED_QUERY = "aws:athena/namedQuery:NamedQuery";
export const CATALOG_DATABASE = "aws:glue/catalogDatabase:CatalogDatabase";
export const CATALOG_TABLE = "aws:glue/catalogTable:CatalogTable";
export const CATALOG_ENCRYPTION = "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings";
export const NAMESPACE = "aws:redshiftserverless/namespace:Namespace";
/** The computing side of a warehouse; `WORKGROUP` is that of Athena. */
export const WAREHOUSE = "aws:redshiftserverless/workgroup:Workgroup";
export const USAGE_LIMIT = "aws:redshiftserverless/usageLimit:UsageLimit";
export const WAREHOUSE_POLICY = "aws:redshiftserverless/resourcePolicy:ResourcePolicy";
export const CATALOG_POLICY = "aws:glue/resourcePolicy:ResourcePolicy";
export const EVENT_BUS_POLICY = "aws:cloudwatch/eventBusPolicy:EventBusPolicy";
export const LOG_DESTINATION_POLICY = "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy";
export const LOG_RESOURCE_POLICY = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
export const SECRET_POLICY = "aws:secretsmanager/secretPolicy:SecretPolicy";
export const SECRET = "aws:secretsmanager/secret:Secret";
export const SECRET_ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
export const WORKSPACE = "azure-native:operationalinsights:Workspace";
export const DIAGNOSTIC_SETTING = "azure-native:monitor:DiagnosticSetting";
export const ACTION_GROUP = "azure-native:monitor:ActionGroup";
export const METRIC_ALERT = "azure-native:monitor:MetricAlert";
export const AZURE_BUDGET = "azure-native:consumption:Budget";
export const MODEL = "aws:sagemaker/model:Model";
export const MODEL_ENDPOINT = "aws:sagemaker/endpoint:Endpoint";
export const ENDPOINT_CONFIGURATION = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";
export const MODEL_GROUP = "aws:sagemaker/modelPackageGroup:ModelPackageGroup";
export const MODEL_GROUP_POLICY = "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy";
export const SCALING_TARGET = "aws:appautoscaling/target:Target";
export const SCALING_POLICY = "aws:appautoscaling/policy:Policy";
/** The component around the whole program. */
export const PLATFORM = "compliance:platform:Platform";
