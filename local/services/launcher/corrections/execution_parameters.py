"""Fault: the parameters of a query are ignored, so its question marks reach the engine.

Athena puts each parameter, a literal as the caller wrote it, in place of the question mark at its position, and refuses
a query with another number of them.
"""

from collections.abc import Callable
from typing import Any

from launcher.guard import wrap


def apply() -> None:
    from ministack.services import athena

    wrap(athena, "_start_query_execution", _complete, "data")


def _complete(start: Callable[..., Any]) -> Callable[..., Any]:
    from ministack.services.athena import error_response_json

    def start_query_execution(data: dict[str, Any]) -> Any:
        try:
            query = with_parameters(data.get("QueryString", ""), data.get("ExecutionParameters"))
        except ValueError as error:
            return error_response_json("InvalidRequestException", str(error), 400)
        return start({**data, "QueryString": query})

    return start_query_execution


def with_parameters(query: str, parameters: list[str] | None) -> str:
    if not parameters:
        return query
    pieces = _pieces(query)
    if len(pieces) - 1 != len(parameters):
        raise ValueError(f"Incorrect number of parameters: expected {len(pieces) - 1} but found {len(parameters)}")
    return "".join(piece + value for piece, value in zip(pieces, [*parameters, ""], strict=True))


def _pieces(query: str) -> list[str]:
    """The query cut at its question marks, but not at those inside texts, names and comments."""
    pieces, start, at = [], 0, 0
    while at < len(query):
        if query.startswith("--", at):
            at = _after(query, "\n", at + 2)
        elif query[at] in "'\"":
            at = _after(query, query[at], at + 1)
        elif query[at] == "?":
            pieces.append(query[start:at])
            start = at = at + 1
        else:
            at += 1
    return [*pieces, query[start:]]


def _after(query: str, mark: str, at: int) -> int:
    found = query.find(mark, at)
    return len(query) if found < 0 else found + 1
