"""Fault: a policy cannot tell a write that may replace an object from one that may not (`s3:if-none-match`)."""

from collections.abc import Callable
from typing import Any

from launcher.guard import wrap


def apply() -> None:
    from ministack.core import iam_actions

    wrap(iam_actions, "_s3_object_context", _with_condition, "iam_action, query_params, path, headers")


def _with_condition(context_of: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    def s3_object_context(iam_action: str, query_params: dict, path: str, headers: dict) -> dict[str, Any]:
        context = context_of(iam_action, query_params, path, headers)
        asked = headers.get("if-none-match")
        return {**context, "s3:if-none-match": asked} if iam_action == "s3:PutObject" and asked else context

    return s3_object_context
