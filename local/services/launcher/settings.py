"""What the parent asks for: one line of JSON on standard input, so that no secret is in an argument or a file."""

import json
import re
from dataclasses import dataclass
from typing import TextIO

from launcher.guard import Refused


@dataclass(frozen=True)
class Answering:
    """Who answers for a service that ministack lacks."""

    url: str
    """`http://127.0.0.1:PORT`"""
    token: str
    """What shows to it that a call comes from the gateway, so that no other program of the machine gets past it."""


@dataclass(frozen=True)
class Signer:
    """How the account signs tokens for other clouds."""

    issuer: str
    kid: str
    private_key: str
    """PKCS 8, in PEM. Kept in memory: neither a file nor the environment has it."""


@dataclass(frozen=True)
class Settings:
    account_id: str
    region: str
    access_key_id: str
    secret_access_key: str
    node: str
    """The Node executable that runs the functions."""
    run_file: str
    """Removed at the end, whoever ends first."""
    answering: dict[str, Answering]
    """By the service's signing name. A service of `launcher.absent` without one stays unknown."""
    issuers: dict[str, str]
    """Where on the loopback the issuers of web identity tokens answer, by the beginning of their real addresses."""
    elsewhere: dict[str, str]
    """Where on the loopback addresses of another cloud answer to functions, by the beginning of the real ones."""
    signer: Signer | None
    """Without one the account signs no tokens, as before its outbound federation is enabled."""
    counting: bool
    """Whether requests are counted, as benchmarks ask."""
    permissions: bool
    """Whether it is recorded which permission each call used, as the proof of least privilege asks."""
    without: frozenset[str]
    """Names of corrections to leave out: only tests do that, to show what each is for."""


def read(source: TextIO) -> Settings:
    line = source.readline()
    if not line:
        raise Refused("started without settings. Use startLocalServices from local/services/local-services.ts")
    given = json.loads(line)
    if not re.fullmatch(r"\d{12}", given["accountId"]):
        raise Refused(f"accountId must be 12 digits, got {given['accountId']!r}")
    return Settings(
        account_id=given["accountId"],
        region=given["region"],
        access_key_id=given["accessKeyId"],
        secret_access_key=given["secretAccessKey"],
        node=given["node"],
        run_file=given["runFile"],
        answering={name: Answering(**address) for name, address in given.get("answering", {}).items()},
        issuers=_on_loopback("issuers", given.get("issuers", {})),
        elsewhere=_on_loopback("elsewhere", given.get("elsewhere", {})),
        signer=Signer(**given["signer"]) if given.get("signer") else None,
        counting=given.get("counting", False),
        permissions=given.get("permissions", False),
        without=frozenset(given.get("without", [])),
    )


def _on_loopback(what: str, places: dict[str, str]) -> dict[str, str]:
    for name, address in places.items():
        if not name.startswith("https://") or not re.match(r"http://127\.0\.0\.1:\d+/", address):
            raise Refused(f"{what} must map https addresses to ones on 127.0.0.1, got {name!r}: {address!r}")
    return places
