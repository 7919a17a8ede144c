"""Fault: the slash at the end of an issuer's address is dropped, so a trust that names it as AWS does never matches."""

from launcher.guard import rewrite


def apply() -> None:
    from ministack.services import iam, sts

    rewrite(
        sts,
        "_web_identity_principal",
        ('.split("://", 1)[-1].rstrip("/")', '.split("://", 1)[-1]'),
    )
    rewrite(
        iam,
        "_create_oidc_provider",
        ('.replace("http://", "").rstrip("/")', '.replace("http://", "")'),
    )
    # Requests find it by their name, in a table made before.
    iam._IAM_HANDLERS["CreateOpenIDConnectProvider"] = iam._create_oidc_provider
