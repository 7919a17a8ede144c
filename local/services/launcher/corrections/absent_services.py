"""Fault: SageMaker, the Redshift Data API and QuickSight are not there.

Whoever started the services may name an address on the loopback for each. Requests come to the one gateway like all
others, so functions need no second address; here they are told by their signature, refused unless the caller's policies
allow them, and passed on. A service without an address stays unknown.
"""

import asyncio
import json
import os
import re
from collections.abc import Callable
from typing import Any

from launcher.absent import SERVICES, Absent, Call
from launcher.environment import ANSWERING
from launcher.guard import wrap
from launcher.passing import Answer, error, pass_on
from launcher.settings import Answering

_SIGNED_FOR = re.compile(r"Credential=[^/]+/[^/]+/[^/]+/([^/]+)/")


def apply() -> None:
    from ministack import app

    given = json.loads(os.environ[ANSWERING])
    answering = {name: Answering(**address) for name, address in given.items()}
    wrap(app, "detect_service", lambda detect: _telling(detect, answering), "method, path, headers, query_params")
    for name, address in answering.items():
        app.SERVICE_HANDLERS[name] = _handler(name, SERVICES[name], address)


def _telling(detect: Callable[..., str], answering: dict[str, Answering]) -> Callable[..., str]:
    def detect_service(method: str, path: str, headers: dict[str, str], query_params: dict[str, Any]) -> str:
        target = headers.get("x-amz-target", "")
        signed = _SIGNED_FOR.search(headers.get("authorization", ""))
        for name in answering:
            # A request that is not signed is refused in the words of the service that it asks for.
            targets = SERVICES[name].targets
            if (targets and target.startswith(targets)) or (signed is not None and signed[1] == name):
                return name
        return detect(method, path, headers, query_params)

    return detect_service


def _handler(name: str, service: Absent, answering: Answering) -> Callable[..., Any]:
    from ministack import app
    from ministack.core import iam_actions, iam_evaluator
    from ministack.core.responses import get_account_id
    from ministack.core.router import extract_access_key_id, extract_region

    def refusal(call: Call, operation: str, key: str) -> Answer | None:
        resource, action = service.resource(call), f"{name}:{operation}"
        context = {**service.context, **service.conditions(call)}
        denied = iam_evaluator.enforce(
            key, action, name, call.region, resource_arn=resource, service_context=context
        )
        if denied is None:
            return None
        if isinstance(denied, iam_evaluator.AuthError):
            return app._credential_failure(name, action, "", denied, call.headers)
        message = iam_actions.identity_denial_message(
            action, denied.principal_arn, resource, denied.decision == "Deny"
        )
        return error(400, "AccessDeniedException", message)

    def answer(call: Call, key: str) -> Answer:
        operation = call.operation()
        if operation is None:
            return error(404, "UnknownOperationException", f"{call.method} {call.path} is no operation of {name}")
        refused = refusal(call, operation, key)
        return refused or pass_on(call, iam_evaluator.resolve_caller_identity(key) or {})

    async def handle(
        method: str, path: str, headers: dict[str, str], body: bytes, query_params: dict[str, Any]
    ) -> Answer:
        call = Call(method, path, headers, body, get_account_id(), extract_region(headers), answering)
        # In a thread: a model takes its time, and everything else waits for this loop. The caller's context goes along.
        return await asyncio.to_thread(answer, call, extract_access_key_id(headers, query_params))

    return handle
