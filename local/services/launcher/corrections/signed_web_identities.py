"""Fault: `GetWebIdentityToken` answers for the account's root, by HS256 and a key that nobody has.

Here the subject is the caller's role and the account's own key signs, so that another cloud can believe it. An account
whose outbound federation is not enabled gives none, in the words of AWS. What is asked for reaches the policies of the
caller, under AWS's own condition keys.
"""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from launcher.guard import wrap
from launcher.signing import signed
from launcher.web_tokens import claims_of

_TOKEN = re.compile(rb"<WebIdentityToken>([^<]+)</WebIdentityToken>")


def apply() -> None:
    from ministack.core import iam_actions
    from ministack.services import sts

    wrap(iam_actions, "request_tag_context", _telling, "service, iam_action, body, params")
    wrap(sts, "handle_request", _signing, "method, path, headers, body, query_params")


def _telling(context_of: Callable[..., dict]) -> Callable[..., dict]:
    def request_tag_context(service: str, iam_action: str, body: bytes, params: dict) -> dict:
        context = context_of(service, iam_action, body, params)
        if iam_action != "sts:GetWebIdentityToken":
            return context
        asked = parse_qs(body.decode("utf-8", errors="replace"))
        audiences = [values[0] for name, values in asked.items() if name.startswith("Audience.member.")]
        return {
            **context,
            "sts:IdentityTokenAudience": audiences,
            "sts:SigningAlgorithm": asked.get("SigningAlgorithm", [""])[0],
            "sts:DurationSeconds": asked.get("DurationSeconds", ["300"])[0],
        }

    return request_tag_context


def _signing(handle: Callable[..., Any]) -> Callable[..., Any]:
    from ministack.services import iam, sts

    async def handle_request(method: str, path: str, headers: dict, body: bytes, query_params: dict) -> Any:
        answer = await handle(method, path, headers, body, query_params)
        found = _TOKEN.search(answer[2]) if answer[0] == 200 else None
        if found is None:
            return answer
        caller = sts._caller_identity(headers, query_params)["userArn"]
        named = re.search(r":assumed-role/([^/]+)/", caller)
        role = iam._roles.get(named[1]) if named else None
        token = signed({**claims_of(found[1].decode()), "sub": role["Arn"] if role else caller})
        if token is None:
            words = "Outbound web identity federation is not enabled for the account"
            return sts._error(400, "OutboundWebIdentityFederationDisabled", words, ns="sts")
        return answer[0], answer[1], answer[2].replace(found[1], token.encode())

    return handle_request
