"""Fault (for us): Athena makes up the id of a saved query, but the stand-in has predicted it in a function's variables.

The token of the request, which must be there once only, becomes the id.
"""

from launcher.guard import rewrite


def apply() -> None:
    from ministack.services import athena

    rewrite(
        athena,
        "_create_named_query",
        ("query_id = new_uuid()", 'query_id = data.get("ClientRequestToken") or new_uuid()'),
    )
