"""Passes an authorised call on to whoever answers for a service on the loopback, and its answer back."""

import json
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from launcher.absent import Call

# SageMaker gives a model 60 seconds; whoever answers keeps to that itself.
_PATIENCE_SECONDS = 75
_KEPT = ("accept", "content-type", "x-amz-target")
_OWN = ("connection", "content-length", "date", "keep-alive", "transfer-encoding")

Answer = tuple[int, dict[str, str], bytes]


def pass_on(call: Call, caller: dict[str, str]) -> Answer:
    """The signature stays here; in its place go the token of this run and who called."""
    kept = {name: value for name, value in call.headers.items() if name in _KEPT or name.startswith("x-amzn-")}
    own = {
        "x-local-services-token": call.answering.token,
        "x-local-services-caller": caller.get("userArn", ""),
        "x-local-services-caller-id": caller.get("userId", ""),
    }
    onward = HTTPConnection(urlsplit(call.answering.url).netloc, timeout=_PATIENCE_SECONDS)
    try:
        onward.request(call.method, call.path, body=call.body, headers={**kept, **own})
        answer = onward.getresponse()
        headers = {name: value for name, value in answer.getheaders() if name.lower() not in _OWN}
        return answer.status, headers, answer.read()
    except (OSError, HTTPException) as fault:
        return error(503, "ServiceUnavailable", f"nobody answers at {call.answering.url}: {fault}")
    finally:
        onward.close()


def error(status: int, name: str, message: str) -> Answer:
    """As AWS answers in JSON: its name for the error in the header and in the body."""
    body = json.dumps({"__type": name, "message": message, "Message": message})
    return status, {"Content-Type": "application/x-amz-json-1.1", "x-amzn-ErrorType": name}, body.encode()
