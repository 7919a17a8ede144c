"""Fault: a state machine calls functions and topics in nobody's name, so a missing grant goes unnoticed.

On AWS it calls them in the name of its role, and a task that the role may not do fails.
"""

from typing import Any

from launcher.guard import rewrite

_CALL = "            if _mock_throw is not None:\n"
_CHECKED = "            _refuse_unless_role_may(resource, effective, execution)\n" + _CALL

# What a task calls: the action it needs, the parameter that names the resource, and the error when it is refused.
_NEEDED = {
    "arn:aws:states:::lambda:invoke": ("lambda:InvokeFunction", "FunctionName", "Lambda.AWSLambdaException"),
    "arn:aws:states:::sns:publish": ("sns:Publish", "TopicArn", "SNS.AuthorizationErrorException"),
}


def apply() -> None:
    from ministack.services import stepfunctions

    stepfunctions._refuse_unless_role_may = _refuse_unless_role_may
    rewrite(stepfunctions, "_execute_task", (_CALL, _CHECKED))


def _refuse_unless_role_may(resource: str, parameters: Any, execution: dict) -> None:
    from ministack.services import stepfunctions

    if resource not in _NEEDED or not isinstance(parameters, dict):
        return
    action, named, error = _NEEDED[resource]
    target = parameters.get(named, "")
    role = stepfunctions._state_machines[execution["stateMachineArn"]]["roleArn"].rsplit("/", 1)[-1]
    if not _allows(role, action, target, execution["name"]):
        cause = f"{role} is not authorized to perform: {action} on resource: {target}"
        raise stepfunctions._ExecutionError(error, cause)


def _allows(role: str, action: str, target: str, session: str) -> bool:
    from ministack.core.iam_evaluator import EvalContext, _gather_role_policies, evaluate
    from ministack.core.responses import get_account_id, get_region

    account = get_account_id()
    context = EvalContext(
        principal_arn=f"arn:aws:sts::{account}:assumed-role/{role}/{session}",
        principal_type="AssumedRole",
        principal_account=account,
        action=action,
        resource_arn=target,
        region=get_region(),
    )
    return evaluate(context, _gather_role_policies(role, account)).decision == "Allow"
