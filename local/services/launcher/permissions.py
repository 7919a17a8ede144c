"""Records which permission of which role each call used, and which calls were denied.

Only where the settings ask for it, which the proof of least privilege does. `GET /_local/permissions` says what was
recorded so far: the role, the action, what the statement that allowed it names, and how often. What is denied is told
with the resource that was asked for.
"""

import json
import threading
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from launcher.guard import wrap

PATH = "/_local/permissions"

_recorded: Counter[tuple[str, str, str, bool]] = Counter()
_lock = threading.Lock()
# Policies of resources are evaluated by the same function, and are no permissions of a role.
_elsewhere = threading.local()


def apply() -> None:
    from ministack import app
    from ministack.core import iam_evaluator

    wrap(app, "_handle_pre_body_request", _saying, "method, path, headers, query_params, request_id")
    wrap(iam_evaluator, "evaluate_resource_policy", _unrecorded, "doc, ctx, service, named_only, direct_only")
    wrap(iam_evaluator, "evaluate", _recording, "ctx, policies, limits")


def _saying(handle: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    async def pre_body(method: str, path: str, *rest: Any) -> Any:
        if method == "GET" and path == PATH:
            with _lock:
                rows = [
                    {"role": role, "action": action, "resource": resource, "allowed": allowed, "calls": calls}
                    for (role, action, resource, allowed), calls in _recorded.items()
                ]
            return 200, {"Content-Type": "application/json"}, json.dumps(rows).encode()
        return await handle(method, path, *rest)

    return pre_body


def _unrecorded(evaluate: Callable[..., Any]) -> Callable[..., Any]:
    def unrecorded(*args: Any, **named: Any) -> Any:
        _elsewhere.depth = getattr(_elsewhere, "depth", 0) + 1
        try:
            return evaluate(*args, **named)
        finally:
            _elsewhere.depth -= 1

    return unrecorded


def _recording(evaluate: Callable[..., Any]) -> Callable[..., Any]:
    from ministack.core import iam_evaluator

    def recorded(ctx: Any, policies: list, *limits: list) -> Any:
        result = evaluate(ctx, policies, *limits)
        parts = ctx.principal_arn.split("/")
        if not getattr(_elsewhere, "depth", 0) and ":assumed-role/" in ctx.principal_arn:
            allowed = result.decision == "Allow"
            named = _named(iam_evaluator, ctx, policies) if allowed else ctx.resource_arn
            with _lock:
                _recorded[parts[1], ctx.action, named, allowed] += 1
        return result

    return recorded


def _named(evaluator: Any, ctx: Any, policies: list) -> str:
    """What the statement that allows it calls the resource."""
    by = evaluator._first_match(ctx, [one for statements in policies for one in statements], "Allow")
    fitting = (name for name in by.resources if evaluator._resource_matches(ctx.resource_arn, [name], []))
    return next(fitting, ctx.resource_arn)
