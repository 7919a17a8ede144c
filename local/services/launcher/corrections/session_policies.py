"""Fault: a session of a web identity may do all that its role may, whatever policy narrows it."""

from launcher.guard import rewrite

def apply() -> None:
    from ministack.services import sts

    rewrite(
        sts,
        "handle_request",
        (
            """        if AUTH:
            denied = _web_identity_trust_denied(role_arn, params, use_json)""",
            """        narrowed, malformed = _session_policies(params, role_arn.split(":")[4], check=AUTH)
        if malformed:
            return malformed
        if AUTH:
            denied = _web_identity_trust_denied(role_arn, params, use_json)""",
        ),
        (
            """            "PrincipalType": "AssumedRole",
        })
        provider =""",
            """            "PrincipalType": "AssumedRole",
            "SessionPolicies": narrowed if any(narrowed.values()) else None,
        })
        provider =""",
        ),
    )
