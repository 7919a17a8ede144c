"""Fault: a state machine calls functions and topics in nobody's name, so a missing grant goes unnoticed.

On AWS it calls them in the name of its role, and a task that the role may not do fails.
"""

from collections.abc import Callable
from typing import Any

from launcher.absent import training_conditions
from launcher.guard import rewrite

_CALL = "            if _mock_throw is not None:\n"
_CHECKED = "            _refuse_unless_role_may(resource, effective, execution)\n" + _CALL

Needed = tuple[str, Callable[[dict[str, Any]], str], str]

# What a task calls: the action it needs, the resource of its parameters, and the error when it is refused.
_NEEDED: dict[str, Needed] = {
    "arn:aws:states:::lambda:invoke": (
        "lambda:InvokeFunction",
        lambda given: given.get("FunctionName", ""),
        "Lambda.AWSLambdaException",
    ),
    "arn:aws:states:::sns:publish": (
        "sns:Publish",
        lambda given: given.get("TopicArn", ""),
        "SNS.AuthorizationErrorException",
    ),
    "arn:aws:states:::sagemaker:createTrainingJob.sync": (
        "sagemaker:CreateTrainingJob",
        lambda given: _of_account("sagemaker", f"training-job/{given.get('TrainingJobName', '').lower()}"),
        "SageMaker.AmazonSageMakerException",
    ),
    "arn:aws:states:::emr-serverless:startJobRun.sync": (
        "emr-serverless:StartJobRun",
        lambda given: _of_account("emr-serverless", f"/applications/{given.get('ApplicationId', '')}"),
        "EMRServerless.AccessDeniedException",
    ),
}


def _of_account(service: str, resource: str) -> str:
    from ministack.core.responses import get_account_id, get_region

    return f"arn:aws:{service}:{get_region()}:{get_account_id()}:{resource}"


def apply() -> None:
    from ministack.services import stepfunctions

    stepfunctions._refuse_unless_role_may = _refuse_unless_role_may
    rewrite(stepfunctions, "_execute_task", (_CALL, _CHECKED))


def _refuse_unless_role_may(resource: str, parameters: Any, execution: dict) -> None:
    from ministack.services import stepfunctions

    if resource not in _NEEDED or not isinstance(parameters, dict):
        return
    action, resource_of, error = _NEEDED[resource]
    target = resource_of(parameters)
    role = stepfunctions._state_machines[execution["stateMachineArn"]]["roleArn"].rsplit("/", 1)[-1]
    conditions = training_conditions(parameters)
    if not allows(role, action, target, execution["name"], conditions):
        cause = f"{role} is not authorized to perform: {action} on resource: {target}"
        raise stepfunctions._ExecutionError(error, cause)


def allows(role: str, action: str, target: str, session: str, conditions: dict[str, str]) -> bool:
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
        service_context=conditions,
    )
    return evaluate(context, _gather_role_policies(role, account)).decision == "Allow"
