"""Fault: an address of an API is only known when its id has eight letters; AWS's have ten, and so have those predicted."""

import re

from launcher.guard import Refused


def apply() -> None:
    from ministack import app

    known = app._EXECUTE_API_RE.pattern
    if known.count("[a-f0-9]{8}") != 1:
        raise Refused(f"ministack.app._EXECUTE_API_RE is not what it was: {known!r}. Run npm run setup")
    app._EXECUTE_API_RE = re.compile(known.replace("[a-f0-9]{8}", "[a-f0-9]{8,10}"))
