"""Fault: a function that was called by event tells its destination of failures only, whatever its role may do.

Lambda tells of success too, and asks whether the function's role may call the destination.
"""

import json
import threading
from collections.abc import Callable
from typing import Any

from launcher.guard import rewrite, wrap


def apply() -> None:
    from ministack.services import lambda_svc

    lambda_svc._tell_of_success = _tell_of_success
    rewrite(
        lambda_svc,
        "invoke_async_with_retry",
        (
            'if not last_result.get("error"):\n                return\n',
            'if not last_result.get("error"):\n'
            "                _tell_of_success(func, eic, event, last_result)\n"
            "                return\n",
        ),
    )
    wrap(lambda_svc, "_route_async_failure", _if_allowed, "target_arn, func_name, event, result")


def _if_allowed(route: Callable[..., None]) -> Callable[..., None]:
    from ministack.services import lambda_svc

    def routed(target_arn: str, func_name: str, event: dict, result: dict) -> None:
        func = lambda_svc._functions.get(func_name) or {}
        if ":lambda:" not in target_arn or _may_call(func, target_arn):
            route(target_arn, func_name, event, result)

    return routed


def _tell_of_success(func: dict, config: dict, event: dict, result: dict) -> None:
    from ministack.services import lambda_svc

    target = ((config.get("DestinationConfig") or {}).get("OnSuccess") or {}).get("Destination", "")
    if ":lambda:" not in target or not _may_call(func, target):
        return
    found, _config, _name = lambda_svc._get_func_record_for_ref(target)
    if not found:
        return
    told = {
        "version": "1.0",
        "requestContext": {
            "functionArn": (func.get("config") or func).get("FunctionArn", ""),
            "condition": "Success",
            "approximateInvokeCount": 1,
        },
        "requestPayload": event,
        "responseContext": {"statusCode": 200, "executedVersion": "$LATEST"},
        "responsePayload": _payload(result.get("body")),
    }
    threading.Thread(
        target=lambda_svc._execute_function_with_config_scope, args=(found, told), daemon=True
    ).start()


def _payload(body: Any) -> Any:
    if not isinstance(body, str):
        return body
    try:
        return json.loads(body)
    except ValueError:
        return body


def _may_call(func: dict, target: str) -> bool:
    from launcher.corrections.workflow_permissions import allows

    role = str((func.get("config") or func).get("Role", "")).rsplit("/", 1)[-1]
    return allows(role, "lambda:InvokeFunction", target, "destination", {})
