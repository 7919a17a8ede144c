"""Fault: STS reads the token of a web identity and believes it. Whoever can write JSON becomes any role.

Here the issuer must be one that the account trusts, the token made out for an audience it knows, signed by that issuer's
key, and valid now. What AWS answers to each is said in its words.
"""

from collections.abc import Callable
from typing import Any

from launcher.guard import wrap
from launcher.web_tokens import Untrusted, audiences_of, claims_of, invalid, verified


def apply() -> None:
    from ministack.services import sts

    wrap(sts, "_web_identity_trust_denied", _verifying, "role_arn, params, use_json")


def _verifying(denied: Callable[..., Any]) -> Callable[..., Any]:
    from ministack.services import sts

    def trust_denied(role_arn: str, params: dict[str, Any], use_json: bool) -> Any:
        try:
            _verify(role_arn.split(":")[4], sts._p(params, "WebIdentityToken"))
        except Untrusted as refused:
            return sts._error(400, refused.code, str(refused), ns="sts")
        return denied(role_arn, params, use_json)

    return trust_denied


def _verify(account: str, token: str) -> None:
    from ministack.services import iam

    issuer = str(claims_of(token).get("iss", ""))
    arn = f"arn:aws:iam::{account}:oidc-provider/{issuer.removeprefix('https://')}"
    provider = iam._oidc_providers.get_scoped(account, None, arn)
    if provider is None or provider["Url"] != issuer:
        raise invalid(f"No OpenIDConnect provider found in your account for {issuer}")
    claims = verified(token, issuer)
    if len(audiences_of(claims)) != 1 or audiences_of(claims)[0] not in provider["ClientIDList"]:
        raise invalid("Incorrect token audience")
