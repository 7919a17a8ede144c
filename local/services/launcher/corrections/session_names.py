"""Fault: a trust that demands a name for sessions of web identities lets nobody in, because the name is not looked at."""

from launcher.guard import rewrite


def apply() -> None:
    from ministack.services import sts

    rewrite(
        sts,
        "_web_identity_trust_denied",
        ("service_context=keys,", 'service_context={**keys, "sts:rolesessionname": _p(params, "RoleSessionName")},'),
    )
