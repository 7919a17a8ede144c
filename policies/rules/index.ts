import type { Rule } from "../core/rule.ts";
import { requireKnownControls } from "../frameworks/require-known-controls.ts";
import { accountWideProtected } from "./account-wide-protected.ts";
import { alarmNamesRunbook } from "./alarm-names-runbook.ts";
import { alarmReachesSomeone } from "./alarm-reaches-someone.ts";
import { apiCallsOwnFunction } from "./api-calls-own-function.ts";
import { apiIssuerExact } from "./api-issuer-exact.ts";
import { apiLogged } from "./api-logged.ts";
import { apiRoutesAuthorised } from "./api-routes-authorised.ts";
import { apiThrottled } from "./api-throttled.ts";
import { apiWatched } from "./api-watched.ts";
import { athenaQueriesReadOnly } from "./athena-queries-read-only.ts";
import { athenaResultsEncrypted } from "./athena-results-encrypted.ts";
import { athenaScanLimited } from "./athena-scan-limited.ts";
import { athenaWorkgroupEnforced } from "./athena-workgroup-enforced.ts";
import { azureAlertReachesSomeone } from "./azure-alert-reaches-someone.ts";
import { azureCustomRoleNarrow } from "./azure-custom-role-narrow.ts";
import { azureDiagnosticsKept } from "./azure-diagnostics-kept.ts";
import { azureFactoryIdentity } from "./azure-factory-identity.ts";
import { azureFactoryKeyless } from "./azure-factory-keyless.ts";
import { azureFactoryPlain } from "./azure-factory-plain.ts";
import { azureFactoryPrivate } from "./azure-factory-private.ts";
import { azureFactoryWatched } from "./azure-factory-watched.ts";
import { azureFederationPinned } from "./azure-federation-pinned.ts";
import { azureGroupBudgeted } from "./azure-group-budgeted.ts";
import { azureLogsKept } from "./azure-logs-kept.ts";
import { azurePipelineWhole } from "./azure-pipeline-whole.ts";
import { azureRoleKnown } from "./azure-role-known.ts";
import { azureRoleNarrow } from "./azure-role-narrow.ts";
import { azureStorageDoubleEncrypted } from "./azure-storage-double-encrypted.ts";
import { azureStorageNetworkClosed } from "./azure-storage-network-closed.ts";
import { azureStorageNoAnonymous } from "./azure-storage-no-anonymous.ts";
import { azureStorageNoLocalUsers } from "./azure-storage-no-local-users.ts";
import { azureStorageNoReplicationAbroad } from "./azure-storage-no-replication-abroad.ts";
import { azureStorageNoSharedKeys } from "./azure-storage-no-shared-keys.ts";
import { azureStorageRecoverable } from "./azure-storage-recoverable.ts";
import { azureStorageTlsOnly } from "./azure-storage-tls-only.ts";
import { bucketsOurs } from "./buckets-ours.ts";
import { budgetReachesSomeone } from "./budget-reaches-someone.ts";
import { companionsApart } from "./companions-apart.ts";
import { companionsSingle } from "./companions-single.ts";
import { dashboardComplete } from "./dashboard-complete.ts";
import { dataProtected } from "./data-protected.ts";
import { dataStaysInJurisdiction } from "./data-stays-in-jurisdiction.ts";
import { dynamodbDeletionProtected } from "./dynamodb-deletion-protected.ts";
import { dynamodbEncrypted } from "./dynamodb-encrypted.ts";
import { dynamodbExpires } from "./dynamodb-expires.ts";
import { dynamodbRecoverable } from "./dynamodb-recoverable.ts";
import { dynamodbWatched } from "./dynamodb-watched.ts";
import { emrBounded } from "./emr-bounded.ts";
import { emrInNetwork } from "./emr-in-network.ts";
import { emrLogged } from "./emr-logged.ts";
import { emrSupportedRelease } from "./emr-supported-release.ts";
import { emrWatched } from "./emr-watched.ts";
import { entraApplicationKeyless } from "./entra-application-keyless.ts";
import { entraApplicationPlain } from "./entra-application-plain.ts";
import { environmentsApart } from "./environments-apart.ts";
import { federationOurs } from "./federation-ours.ts";
import { glueCatalogEncrypted } from "./glue-catalog-encrypted.ts";
import { glueOwnData } from "./glue-own-data.ts";
import { gluePartitionsProjected } from "./glue-partitions-projected.ts";
import { hostsOurs } from "./hosts-ours.ts";
import { iamNoEscalation } from "./iam-no-escalation.ts";
import { iamNoLongLivedKeys } from "./iam-no-long-lived-keys.ts";
import { iamNoStockPolicies } from "./iam-no-stock-policies.ts";
import { iamNoTampering } from "./iam-no-tampering.ts";
import { iamNoWildcardAction } from "./iam-no-wildcard-action.ts";
import { iamNoWildcardResource } from "./iam-no-wildcard-resource.ts";
import { iamRolesBounded } from "./iam-roles-bounded.ts";
import { iamTrustNarrow } from "./iam-trust-narrow.ts";
import { kmsDeletionWindow } from "./kms-deletion-window.ts";
import { kmsGrantsForServices } from "./kms-grants-for-services.ts";
import { kmsOwnPolicy } from "./kms-own-policy.ts";
import { kmsRotated } from "./kms-rotated.ts";
import { knownProvidersOnly } from "./known-providers-only.ts";
import { lambdaConsumerConcurrency } from "./lambda-consumer-concurrency.ts";
import { lambdaEnvironmentEncrypted } from "./lambda-environment-encrypted.ts";
import { lambdaEventResultHeard } from "./lambda-event-result-heard.ts";
import { lambdaInNetwork } from "./lambda-in-network.ts";
import { lambdaLogGroup } from "./lambda-log-group.ts";
import { lambdaLoopsBounded } from "./lambda-loops-bounded.ts";
import { lambdaNoSecrets } from "./lambda-no-secrets.ts";
import { lambdaNoThrottledConsumer } from "./lambda-no-throttled-consumer.ts";
import { lambdaNotPublic } from "./lambda-not-public.ts";
import { lambdaOutsideReadsNothing } from "./lambda-outside-reads-nothing.ts";
import { lambdaPartialFailures } from "./lambda-partial-failures.ts";
import { lambdaPlainEnvironment } from "./lambda-plain-environment.ts";
import { lambdaSupportedRuntime } from "./lambda-supported-runtime.ts";
import { lambdaTraced } from "./lambda-traced.ts";
import { lambdaWatched } from "./lambda-watched.ts";
import { loadsWatched } from "./loads-watched.ts";
import { logsEncrypted } from "./logs-encrypted.ts";
import { logsKept } from "./logs-kept.ts";
import { modelAnswersWatched } from "./model-answers-watched.ts";
import { modelDriftWatched } from "./model-drift-watched.ts";
import { modelsApprovedByPeople } from "./models-approved-by-people.ts";
import { networkDefaultGroupEmpty } from "./network-default-group-empty.ts";
import { networkEndpointOfAws } from "./network-endpoint-of-aws.ts";
import { networkEndpointPolicy } from "./network-endpoint-policy.ts";
import { networkFlowsLogged } from "./network-flows-logged.ts";
import { networkGroupClosed } from "./network-group-closed.ts";
import { networkNoPublicAddress } from "./network-no-public-address.ts";
import { networkNoWayOut } from "./network-no-way-out.ts";
import { pipelineOwnRole } from "./pipeline-own-role.ts";
import { pipelineTellsOfFailures } from "./pipeline-tells-of-failures.ts";
import { pipelineWorkerWatched } from "./pipeline-worker-watched.ts";
import { platformBudgeted } from "./platform-budgeted.ts";
import { policyNoLockout } from "./policy-no-lockout.ts";
import { policyNoPublicPrincipal } from "./policy-no-public-principal.ts";
import { policyNoWildcardAction } from "./policy-no-wildcard-action.ts";
import { policyOnlyOurs } from "./policy-only-ours.ts";
import { policyReadable } from "./policy-readable.ts";
import { policyServiceScoped } from "./policy-service-scoped.ts";
import { profilesFresh } from "./profiles-fresh.ts";
import { providerNoStaticKeys } from "./provider-no-static-keys.ts";
import { providerOurs } from "./provider-ours.ts";
import { providerPlain } from "./provider-plain.ts";
import { quicksightDashboardClosed } from "./quicksight-dashboard-closed.ts";
import { quicksightDashboardWatched } from "./quicksight-dashboard-watched.ts";
import { quicksightRefreshWatched } from "./quicksight-refresh-watched.ts";
import { quicksightRowsRestricted } from "./quicksight-rows-restricted.ts";
import { quicksightSourcePrivate } from "./quicksight-source-private.ts";
import { quicksightSubscriptionKept } from "./quicksight-subscription-kept.ts";
import { receiversOurs } from "./receivers-ours.ts";
import { recordsFresh } from "./records-fresh.ts";
import { recordsKeptLocked } from "./records-kept-locked.ts";
import { redshiftAudited } from "./redshift-audited.ts";
import { redshiftEncrypted } from "./redshift-encrypted.ts";
import { redshiftLimited } from "./redshift-limited.ts";
import { redshiftPasswordManaged } from "./redshift-password-managed.ts";
import { redshiftPrivate } from "./redshift-private.ts";
import { redshiftStatementsLogged } from "./redshift-statements-logged.ts";
import { redshiftTlsOnly } from "./redshift-tls-only.ts";
import { redshiftWatched } from "./redshift-watched.ts";
import { referencesOurs } from "./references-ours.ts";
import { regionsOurs } from "./regions-ours.ts";
import { s3AccessLogged } from "./s3-access-logged.ts";
import { s3Encrypted } from "./s3-encrypted.ts";
import { s3LandingExpires } from "./s3-landing-expires.ts";
import { s3Lifecycle } from "./s3-lifecycle.ts";
import { s3NotEmptied } from "./s3-not-emptied.ts";
import { s3ObjectSafe } from "./s3-object-safe.ts";
import { s3OutsidersWriteOnce } from "./s3-outsiders-write-once.ts";
import { s3OwnerEnforced } from "./s3-owner-enforced.ts";
import { s3PublicAccessBlocked } from "./s3-public-access-blocked.ts";
import { s3RecordsLocked } from "./s3-records-locked.ts";
import { s3RecordsOutlive } from "./s3-records-outlive.ts";
import { s3RefusesOtherKeys } from "./s3-refuses-other-keys.ts";
import { s3TlsOnly } from "./s3-tls-only.ts";
import { s3Versioned } from "./s3-versioned.ts";
import { sagemakerCaptured } from "./sagemaker-captured.ts";
import { sagemakerEncrypted } from "./sagemaker-encrypted.ts";
import { sagemakerIsolated } from "./sagemaker-isolated.ts";
import { sagemakerLogged } from "./sagemaker-logged.ts";
import { sagemakerRedundant } from "./sagemaker-redundant.ts";
import { sagemakerRollsBack } from "./sagemaker-rolls-back.ts";
import { sagemakerScales } from "./sagemaker-scales.ts";
import { sagemakerTrainingGuarded } from "./sagemaker-training-guarded.ts";
import { sagemakerWatched } from "./sagemaker-watched.ts";
import { scheduleWatched } from "./schedule-watched.ts";
import { secretEncrypted } from "./secret-encrypted.ts";
import { secretRenewed } from "./secret-renewed.ts";
import { sideDoorsShut } from "./side-doors-shut.ts";
import { snsDeliversByTls } from "./sns-delivers-by-tls.ts";
import { snsDeliveryWatched } from "./sns-delivery-watched.ts";
import { snsEncrypted } from "./sns-encrypted.ts";
import { snsHasSubscriber } from "./sns-has-subscriber.ts";
import { snsTlsOnly } from "./sns-tls-only.ts";
import { sqsBacklogWatched } from "./sqs-backlog-watched.ts";
import { sqsConsumed } from "./sqs-consumed.ts";
import { sqsDeadLetterRetention } from "./sqs-dead-letter-retention.ts";
import { sqsDeadLetters } from "./sqs-dead-letters.ts";
import { sqsDeadLettersAlarmed } from "./sqs-dead-letters-alarmed.ts";
import { sqsDeadLettersParked } from "./sqs-dead-letters-parked.ts";
import { sqsEncrypted } from "./sqs-encrypted.ts";
import { sqsKeepsMessages } from "./sqs-keeps-messages.ts";
import { sqsTimeToPark } from "./sqs-time-to-park.ts";
import { sqsTlsOnly } from "./sqs-tls-only.ts";
import { sqsVisibility } from "./sqs-visibility.ts";
import { stackKnown } from "./stack-known.ts";
import { supplementaryFresh } from "./supplementary-fresh.ts";
import { tagsComplete } from "./tags-complete.ts";
import { templatesReadable } from "./templates-readable.ts";
import { textsWithoutSecrets } from "./texts-without-secrets.ts";
import { trailComplete } from "./trail-complete.ts";
import { trailEncrypted } from "./trail-encrypted.ts";
import { trailWatchesRecords } from "./trail-watches-records.ts";
import { typesDecided } from "./types-decided.ts";
import { workflowLogged } from "./workflow-logged.ts";
import { workflowWatched } from "./workflow-watched.ts";

/** All guardrails, by name. */
export const rules: readonly Rule[] = [
    accountWideProtected,
    alarmNamesRunbook,
    alarmReachesSomeone,
    apiCallsOwnFunction,
    apiIssuerExact,
    apiLogged,
    apiRoutesAuthorised,
    apiThrottled,
    apiWatched,
    athenaQueriesReadOnly,
    athenaResultsEncrypted,
    athenaScanLimited,
    athenaWorkgroupEnforced,
    azureAlertReachesSomeone,
    azureCustomRoleNarrow,
    azureDiagnosticsKept,
    azureFactoryIdentity,
    azureFactoryKeyless,
    azureFactoryPlain,
    azureFactoryPrivate,
    azureFactoryWatched,
    azureFederationPinned,
    azureGroupBudgeted,
    azureLogsKept,
    azurePipelineWhole,
    azureRoleKnown,
    azureRoleNarrow,
    azureStorageDoubleEncrypted,
    azureStorageNetworkClosed,
    azureStorageNoAnonymous,
    azureStorageNoLocalUsers,
    azureStorageNoReplicationAbroad,
    azureStorageNoSharedKeys,
    azureStorageRecoverable,
    azureStorageTlsOnly,
    bucketsOurs,
    budgetReachesSomeone,
    companionsApart,
    companionsSingle,
    dashboardComplete,
    dataProtected,
    dataStaysInJurisdiction,
    dynamodbDeletionProtected,
    dynamodbEncrypted,
    dynamodbExpires,
    dynamodbRecoverable,
    dynamodbWatched,
    emrBounded,
    emrInNetwork,
    emrLogged,
    emrSupportedRelease,
    emrWatched,
    entraApplicationKeyless,
    entraApplicationPlain,
    environmentsApart,
    federationOurs,
    glueCatalogEncrypted,
    glueOwnData,
    gluePartitionsProjected,
    hostsOurs,
    iamNoEscalation,
    iamNoLongLivedKeys,
    iamNoStockPolicies,
    iamNoTampering,
    iamNoWildcardAction,
    iamNoWildcardResource,
    iamRolesBounded,
    iamTrustNarrow,
    kmsDeletionWindow,
    kmsGrantsForServices,
    kmsOwnPolicy,
    kmsRotated,
    knownProvidersOnly,
    lambdaConsumerConcurrency,
    lambdaEnvironmentEncrypted,
    lambdaEventResultHeard,
    lambdaInNetwork,
    lambdaLogGroup,
    lambdaLoopsBounded,
    lambdaNoSecrets,
    lambdaNoThrottledConsumer,
    lambdaNotPublic,
    lambdaOutsideReadsNothing,
    lambdaPartialFailures,
    lambdaPlainEnvironment,
    lambdaSupportedRuntime,
    lambdaTraced,
    lambdaWatched,
    loadsWatched,
    logsEncrypted,
    logsKept,
    modelAnswersWatched,
    modelDriftWatched,
    modelsApprovedByPeople,
    networkDefaultGroupEmpty,
    networkEndpointOfAws,
    networkEndpointPolicy,
    networkFlowsLogged,
    networkGroupClosed,
    networkNoPublicAddress,
    networkNoWayOut,
    pipelineOwnRole,
    pipelineTellsOfFailures,
    pipelineWorkerWatched,
    platformBudgeted,
    policyNoLockout,
    policyNoPublicPrincipal,
    policyNoWildcardAction,
    policyOnlyOurs,
    policyReadable,
    policyServiceScoped,
    profilesFresh,
    providerNoStaticKeys,
    providerOurs,
    providerPlain,
    quicksightDashboardClosed,
    quicksightDashboardWatched,
    quicksightRefreshWatched,
    quicksightRowsRestricted,
    quicksightSourcePrivate,
    quicksightSubscriptionKept,
    receiversOurs,
    recordsFresh,
    recordsKeptLocked,
    redshiftAudited,
    redshiftEncrypted,
    redshiftLimited,
    redshiftPasswordManaged,
    redshiftPrivate,
    redshiftStatementsLogged,
    redshiftTlsOnly,
    redshiftWatched,
    referencesOurs,
    regionsOurs,
    s3AccessLogged,
    s3Encrypted,
    s3LandingExpires,
    s3Lifecycle,
    s3NotEmptied,
    s3ObjectSafe,
    s3OutsidersWriteOnce,
    s3OwnerEnforced,
    s3PublicAccessBlocked,
    s3RecordsLocked,
    s3RecordsOutlive,
    s3RefusesOtherKeys,
    s3TlsOnly,
    s3Versioned,
    sagemakerCaptured,
    sagemakerEncrypted,
    sagemakerIsolated,
    sagemakerLogged,
    sagemakerRedundant,
    sagemakerRollsBack,
    sagemakerScales,
    sagemakerTrainingGuarded,
    sagemakerWatched,
    scheduleWatched,
    secretEncrypted,
    secretRenewed,
    sideDoorsShut,
    snsDeliversByTls,
    snsDeliveryWatched,
    snsEncrypted,
    snsHasSubscriber,
    snsTlsOnly,
    sqsBacklogWatched,
    sqsConsumed,
    sqsDeadLetterRetention,
    sqsDeadLetters,
    sqsDeadLettersAlarmed,
    sqsDeadLettersParked,
    sqsEncrypted,
    sqsKeepsMessages,
    sqsTimeToPark,
    sqsTlsOnly,
    sqsVisibility,
    stackKnown,
    supplementaryFresh,
    tagsComplete,
    templatesReadable,
    textsWithoutSecrets,
    trailComplete,
    trailEncrypted,
    trailWatchesRecords,
    typesDecided,
    workflowLogged,
    workflowWatched,
];

requireKnownControls(rules);
