"""Verifies tokens of OpenID Connect issuers as AWS does: by the issuer's own keys, RS256 only, within their time."""

import base64
import json
import os
import re
import time
import urllib.request
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from cryptography.hazmat.primitives.hashes import SHA256

from launcher.environment import ISSUERS

_SECONDS = 1.5
"""What API Gateway gives an issuer to answer."""
_SMALLEST_BITS = 2048
_PART = re.compile(r"[A-Za-z0-9_-]+")


class Untrusted(Exception):
    """A token that proves nothing, with the words of STS for it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def invalid(message: str) -> Untrusted:
    return Untrusted("InvalidIdentityToken", message)


def claims_of(token: str) -> dict[str, Any]:
    """What the token says, believed by nobody yet."""
    return _parts(token)[1]


def verified(token: str, issuer: str) -> dict[str, Any]:
    """The claims of a token that this issuer signed and that is valid now. `issuer` is compared as it is written."""
    header, claims, signed, signature = _parts(token)
    if claims.get("iss") != issuer:
        raise invalid("The issuer of the token is not the one that is trusted")
    if header.get("alg") != "RS256" or "crit" in header:
        raise invalid("The token is not signed by RS256")
    _verify(_key_of(issuer, header.get("kid")), signed, signature)
    now = time.time()
    for claim in ("exp", "iat"):
        if not _is_number(claims.get(claim)):
            raise invalid(f"Missing a required claim: {claim}")
    if claims["exp"] <= now:
        raise Untrusted("ExpiredTokenException", "Token expired: its expiration date is in the past")
    if claims["iat"] > now or not _is_number(claims.get("nbf", 0)) or claims.get("nbf", 0) > now:
        raise invalid("Token is not valid yet")
    return claims


def audiences_of(claims: dict[str, Any]) -> list[str]:
    audience = claims.get("aud")
    listed = audience if isinstance(audience, list) else [audience]
    return [one for one in listed if isinstance(one, str)]


def _parts(token: str) -> tuple[dict[str, Any], dict[str, Any], bytes, bytes]:
    parts = token.split(".")
    if len(parts) != 3 or not all(_PART.fullmatch(part) for part in parts):
        raise invalid("The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)")
    try:
        header, claims = (json.loads(_decoded(part), object_pairs_hook=_once) for part in parts[:2])
    except (ValueError, RecursionError):
        raise invalid("The ID Token provided is not a valid JWT") from None
    if not isinstance(header, dict) or not isinstance(claims, dict):
        raise invalid("The ID Token provided is not a valid JWT")
    return header, claims, f"{parts[0]}.{parts[1]}".encode(), _decoded(parts[2])


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a claim is there twice")
    return dict(pairs)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _verify(key: dict[str, Any], signed: bytes, signature: bytes) -> None:
    try:
        numbers = RSAPublicNumbers(*(int.from_bytes(_decoded(key[name]), "big") for name in ("e", "n")))
        if numbers.n.bit_length() < _SMALLEST_BITS:
            raise invalid("The key that signed the token is too short")
        numbers.public_key().verify(signature, signed, PKCS1v15(), SHA256())
    except (InvalidSignature, ValueError, KeyError, TypeError):
        raise invalid("The signature of the token is not that of its issuer") from None


def _key_of(issuer: str, key_id: Any) -> dict[str, Any]:
    """Asked anew each time: AWS keeps keys for a while, and what it does with one withdrawn meanwhile is its secret."""
    document = _fetched(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if document.get("issuer") != issuer:
        raise invalid("The issuer's own configuration names another issuer")
    for key in _fetched(str(document.get("jwks_uri"))).get("keys", []):
        if isinstance(key_id, str) and key.get("kid") == key_id and key.get("kty") == "RSA":
            return key
    raise invalid("Couldn't retrieve verification key from your identity provider")


def _fetched(url: str) -> dict[str, Any]:
    for name, address in json.loads(os.environ[ISSUERS]).items():
        if url.startswith(name):
            try:
                with urllib.request.urlopen(address + url.removeprefix(name), timeout=_SECONDS) as answer:
                    found = json.loads(answer.read())
            except (OSError, ValueError):
                break
            return found if isinstance(found, dict) else {}
    raise Untrusted("IDPCommunicationError", "The identity provider did not answer")
