"""Fault: `UNNEST` of a list of structs gives one column here, and in Athena one for each member.

The engine underneath is DuckDB, which does so when asked, in words that Athena does not know.
"""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from launcher.guard import wrap

_UNNEST = re.compile(r"\bJOIN\s+UNNEST\(\s*([\w.\"]+)\s*\)", re.IGNORECASE)


def apply() -> None:
    from ministack.services import athena

    wrap(athena, "_rewrite_data_paths", _in_duckdb, "query, database, catalog")


def _in_duckdb(rewritten: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    async def rewrite_data_paths(query: str, database: str, catalog: str | None = None) -> Any:
        sql, *others = await rewritten(query, database, catalog)
        return _UNNEST.sub(r"JOIN LATERAL (SELECT UNNEST(\1, max_depth := 2))", sql), *others

    return rewrite_data_paths
