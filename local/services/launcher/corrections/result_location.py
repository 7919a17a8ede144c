"""Fault: a query's result is not where the services say, and what the caller asks for wins over the workgroup.

Athena writes the result exactly where `GetQueryExecution` says, and a workgroup that enforces its configuration decides
alone where that is.
"""

from collections.abc import Callable
from typing import Any

from launcher.guard import rewrite, wrap


def apply() -> None:
    from ministack.services import athena

    wrap(athena, "_start_query_execution", _where_it_belongs, "data")
    rewrite(
        athena,
        "_save_query_results",
        ('csv_key = f"{key_prefix}/{query_id}.csv" if key_prefix else f"{query_id}.csv"', "csv_key = key_prefix"),
    )


def _where_it_belongs(start: Callable[..., Any]) -> Callable[..., Any]:
    from ministack.services.athena import _workgroups

    def start_query_execution(data: dict[str, Any]) -> Any:
        configuration = _workgroups.get(data.get("WorkGroup", "primary"), {}).get("Configuration", {})
        own = configuration.get("ResultConfiguration", {}).get("OutputLocation")
        asked = data.get("ResultConfiguration", {}).get("OutputLocation")
        # A workgroup that says nothing enforces: Athena's API does so by default.
        location = own if own and configuration.get("EnforceWorkGroupConfiguration", True) else asked or own
        if location:
            data = {**data, "ResultConfiguration": {"OutputLocation": f"{location.rstrip('/')}/"}}
        return start(data)

    return start_query_execution
