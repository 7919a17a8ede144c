"""Fault: an event source mapping reads its queue in nobody's name, so a missing consume grant goes unnoticed.

On AWS the function's role receives and deletes the messages, and CreateEventSourceMapping refuses a role that may not.
"""

from collections.abc import Callable
from typing import Any

from launcher.guard import wrap

_NEEDED = ("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")


def apply() -> None:
    from ministack.services import lambda_svc

    wrap(lambda_svc, "_create_esm", _checked, "data")


def _checked(create: Callable[[dict], Any]) -> Callable[[dict], Any]:
    from ministack.core.responses import error_response_json

    def create_mapping(data: dict) -> Any:
        missing = _missing_action(data.get("FunctionName", ""), data.get("EventSourceArn", ""))
        if missing is None:
            return create(data)
        message = f"The provided execution role does not have permissions to call {missing} on SQS"
        return error_response_json("InvalidParameterValueException", message, 400)

    return create_mapping


def _missing_action(function: str, queue_arn: str) -> str | None:
    from ministack.core.iam_evaluator import EvalContext, _gather_role_policies, evaluate
    from ministack.core.responses import get_account_id, get_region
    from ministack.services import lambda_svc

    record, _ = lambda_svc._get_func_record_for_qualifier(function.rsplit(":function:", 1)[-1], None)
    if ":sqs:" not in queue_arn or record is None:
        return None
    role = record["config"]["Role"].rsplit("/", 1)[-1]
    account = get_account_id()
    policies = _gather_role_policies(role, account)
    for action in _NEEDED:
        context = EvalContext(
            principal_arn=f"arn:aws:sts::{account}:assumed-role/{role}/{function}",
            principal_type="AssumedRole",
            principal_account=account,
            action=f"sqs:{action}",
            resource_arn=queue_arn,
            region=get_region(),
        )
        if evaluate(context, policies).decision != "Allow":
            return action
    return None
