"""`GET /ping` and `POST /invocations` on the loopback. Of the formats of the real container only CSV, and JSON out."""

import json
from email.message import Message
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from container.model import Model, rows_of

# SageMaker passes on no more.
MAX_BYTES = 6 * 1024 * 1024
_ACCEPTS = ("text/csv", "application/json")

_Answer = tuple[HTTPStatus, str, str]


def listen(model: Model) -> ThreadingHTTPServer:
    """On a free port of the loopback."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # One write an answer: the second of two would wait for the first to be acknowledged.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            self._send((HTTPStatus.OK if self.path == "/ping" else HTTPStatus.NOT_FOUND, "text/html", ""))

        def do_POST(self) -> None:
            payload = self.rfile.read(int(self.headers.get("content-length", "0")))
            if self.path != "/invocations":
                self._send((HTTPStatus.NOT_FOUND, "text/html", ""))
            elif len(payload) > MAX_BYTES:
                self._send((HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "text/html", f"at most {MAX_BYTES} bytes"))
            else:
                self._send(answer(model, payload, self.headers))

        def _send(self, given: _Answer) -> None:
            status, kind, text = given
            body = text.encode()
            self.send_response(status)
            if status != HTTPStatus.NO_CONTENT:
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_said: object) -> None:
            """Silent: a line for each request would be all that the log holds."""

    return ThreadingHTTPServer(("127.0.0.1", 0), Handler)


def answer(model: Model, payload: bytes, headers: Message) -> _Answer:
    if not payload:
        return HTTPStatus.NO_CONTENT, "", ""
    kind = _first(headers.get("content-type")) or "text/csv"
    if kind not in ("text/csv", "csv"):
        return _refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Content-type {kind} is not supported here, text/csv is.")
    try:
        rows = rows_of(payload)
    except ValueError as fault:
        said = f"Loading csv data failed with Exception, please ensure data is in csv format:\n {fault}"
        return _refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, said)
    accept = _first(headers.get("accept"))
    if accept in ("", "*/*"):
        accept = "text/csv"
    if accept not in _ACCEPTS:
        said = f"Accept type {accept} is not supported here. Please use one of: {', '.join(_ACCEPTS)}."
        return _refusal(HTTPStatus.NOT_ACCEPTABLE, said)
    try:
        scores = model.predict(rows)
    except Exception as fault:
        said = f"Unable to evaluate payload provided: {str(fault).strip().splitlines()[0]}"
        return _refusal(HTTPStatus.BAD_REQUEST, said)
    if accept == "text/csv":
        return HTTPStatus.OK, accept, ",".join(map(str, scores))
    return HTTPStatus.OK, accept, json.dumps({"predictions": [{"score": score} for score in scores]})


def _refusal(status: HTTPStatus, said: str) -> _Answer:
    return status, "text/html", said


def _first(header: str | None) -> str:
    """The kind without its parameters."""
    return (header or "").split(";")[0].strip().lower()
