"""Fault: an HTTP API's JWT authorizer takes a token that never expires, names any algorithm, or was signed by a key of hours ago.

It would also ask the issuer's real address, which nobody answers here. Claims reach the function as text, as from AWS.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from launcher.guard import wrap
from launcher.web_tokens import Untrusted, audiences_of, verified


def apply() -> None:
    from ministack.services import apigateway

    wrap(apigateway, "_validate_jwt_authorizer", _verifying, "route, authorizer, headers, query_params")


def _verifying(_validate: Callable[..., Any]) -> Callable[..., Any]:
    from ministack.services import apigateway

    async def validate(route: dict, authorizer: dict, headers: dict, query_params: dict) -> tuple:
        configured = authorizer.get("jwtConfiguration") or {}
        token = _bearer(authorizer, headers)
        try:
            claims = await asyncio.to_thread(verified, token, configured.get("issuer", ""))
        except Untrusted:
            return None, None, apigateway._jwt_unauthorized()
        if not set(audiences_of(claims)) & set(configured.get("audience") or []):
            return None, None, apigateway._jwt_unauthorized()
        return {name: _text(value) for name, value in claims.items()}, [], None

    return validate


def _bearer(authorizer: dict, headers: dict) -> str:
    if authorizer.get("identitySource") != ["$request.header.Authorization"]:
        return ""
    given = next((value for name, value in headers.items() if name.lower() == "authorization"), "")
    scheme, _, token = given.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _text(value: Any) -> str:
    return f"[{' '.join(map(str, value))}]" if isinstance(value, list) else str(value)
