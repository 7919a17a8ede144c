"""Fault: what is asked of a saved query or of a run needs a permission on everything, whatever workgroup it is of.

Athena asks for a permission on the workgroup.
"""

import json
from collections.abc import Callable
from typing import Any

from launcher.guard import wrap

_RUN = "QueryExecutionId"
_SAVED = "NamedQueryId"


def apply() -> None:
    from ministack.core import iam_actions

    parameters = "service, method, path, headers, body, query_params, region, account_id"
    wrap(iam_actions, "extract_resource_arn", _by_workgroup, parameters)


def _by_workgroup(extract: Callable[..., str]) -> Callable[..., str]:
    def extracted(service: str, *rest: Any, **named: Any) -> str:
        found = extract(service, *rest, **named)
        if service != "athena" or found != "*":
            return found
        body = named.get("body", rest[3] if len(rest) > 3 else b"")
        region = named.get("region", rest[5] if len(rest) > 5 else "")
        account = named.get("account_id", rest[6] if len(rest) > 6 else "")
        workgroup = _workgroup_in(body)
        return f"arn:aws:athena:{region}:{account}:workgroup/{workgroup}" if workgroup else found

    return extracted


def _workgroup_in(body: bytes) -> str | None:
    from ministack.services import athena

    try:
        given = json.loads(body or b"{}")
    except ValueError:
        return None
    if not isinstance(given, dict):
        return None
    for key, held in ((_RUN, athena._executions), (_SAVED, athena._named_queries)):
        one = held.get(given[key]) if key in given else None
        if one is not None:
            return str(one.get("WorkGroup", "primary"))
    return None
