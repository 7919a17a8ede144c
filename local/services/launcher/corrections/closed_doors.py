"""Fault: ministack's own routes need no signature. They read every queue, hand out function code, reset all state.

Any program of the machine, and any web page open in its browser, could call them. Only readiness stays open.
"""

from collections.abc import Awaitable, Callable
from typing import Any

_OWN_ROUTES = ("/_ministack/", "/_localstack/", "/_aws/")
_OPEN = "/_ministack/ready"


def apply() -> None:
    from ministack import app as ministack

    served = ministack.app

    async def closed(scope: dict, receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]) -> None:
        path = scope.get("path", "")
        if scope["type"] == "http" and path.startswith(_OWN_ROUTES) and path != _OPEN:
            await send({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b""})
            return
        await served(scope, receive, send)

    ministack.app = closed
