"""Signs tokens in the name of the account, as AWS does for other clouds once that is enabled."""

import base64
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from launcher.settings import Signer

_signer: Signer | None = None


def use(signer: Signer | None) -> None:
    global _signer
    _signer = signer


def signed(claims: dict[str, Any]) -> str | None:
    """A token with these claims and the account's issuer, or nothing when the account signs none."""
    if _signer is None:
        return None
    header = {"alg": "RS256", "kid": _signer.kid, "typ": "JWT"}
    text = ".".join(_encoded(json.dumps(part).encode()) for part in (header, {**claims, "iss": _signer.issuer}))
    key: Any = load_pem_private_key(_signer.private_key.encode(), password=None)
    return f"{text}.{_encoded(key.sign(text.encode(), PKCS1v15(), SHA256()))}"


def _encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()
