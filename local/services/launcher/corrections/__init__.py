"""What ministack 1.5.33 does differently from AWS in ways the platform meets: one fault, one file."""

from collections.abc import Iterable

from launcher.corrections import (
    absent_services,
    administrator_key,
    alarm_evaluation,
    api_addresses,
    athena_workgroups,
    authorizer_tokens,
    batch_actions,
    batch_size,
    batching_window,
    branch_contexts,
    closed_doors,
    conditional_writes,
    error_names,
    execution_parameters,
    function_environment,
    function_logs,
    issuer_slashes,
    json_tables,
    key_ids,
    locked_objects,
    mapping_permissions,
    orphan_workers,
    query_ids,
    result_location,
    secret_arns,
    service_metrics,
    session_names,
    session_policies,
    signed_web_identities,
    start_scripts,
    success_destinations,
    tls_conditions,
    unnested_rows,
    web_identity_tokens,
    workflow_jobs,
    workflow_permissions,
)
from launcher.guard import Refused

_ALL = {
    "absent-services": absent_services,
    "administrator-key": administrator_key,
    "alarm-evaluation": alarm_evaluation,
    "api-addresses": api_addresses,
    "athena-workgroups": athena_workgroups,
    "authorizer-tokens": authorizer_tokens,
    "batch-actions": batch_actions,
    "batch-size": batch_size,
    "batching-window": batching_window,
    "branch-contexts": branch_contexts,
    "closed-doors": closed_doors,
    "conditional-writes": conditional_writes,
    "error-names": error_names,
    "execution-parameters": execution_parameters,
    "function-environment": function_environment,
    "function-logs": function_logs,
    "issuer-slashes": issuer_slashes,
    "json-tables": json_tables,
    "key-ids": key_ids,
    "locked-objects": locked_objects,
    "mapping-permissions": mapping_permissions,
    "orphan-workers": orphan_workers,
    "query-ids": query_ids,
    "result-location": result_location,
    "secret-arns": secret_arns,
    "service-metrics": service_metrics,
    "session-names": session_names,
    "session-policies": session_policies,
    "signed-web-identities": signed_web_identities,
    "start-scripts": start_scripts,
    "success-destinations": success_destinations,
    "tls-conditions": tls_conditions,
    "unnested-rows": unnested_rows,
    "web-identity-tokens": web_identity_tokens,
    "workflow-jobs": workflow_jobs,
    "workflow-permissions": workflow_permissions,
}


def apply_all(without: Iterable[str]) -> None:
    unknown = set(without) - set(_ALL)
    if unknown:
        raise Refused(f"no correction is called {', '.join(sorted(unknown))}. There are: {', '.join(_ALL)}")
    for name, correction in _ALL.items():
        if name not in without:
            correction.apply()
