"""Work that ministack does anew for each item or request, though its outcome is the same.

Nothing here changes an answer. All requests share one thread, so what one of them wastes, all of them wait for.
"""

import copy
import marshal
from collections.abc import Callable
from functools import lru_cache, wraps
from types import SimpleNamespace
from typing import Any

from launcher.guard import Refused, wrap

# Expressions and policies of one stack; a few dozen of each are in use.
_REMEMBERED = 2048


def apply() -> None:
    from ministack.core import iam_actions, iam_evaluator
    from ministack.services import dynamodb

    # A filter is checked against the grammar once for each item that it looks at.
    wrap(dynamodb, "_condition_syntax_error", _remembering, "expr, slot")
    wrap(dynamodb, "_tokenize", _remembering_list, "expr")
    # Each request parses every policy of its caller, a transaction all of them for each of its items.
    wrap(iam_evaluator, "parse_policy_document", _remembering_text, "doc")
    # ... and each of its items is checked, though a hundred writes to one table need the same permission.
    wrap(iam_actions, "dynamodb_transaction_checks", _each_once, "iam_action, body, region, account_id")
    # Every read and write measures the items that it touches, most of them texts.
    wrap(dynamodb, "_attribute_value_size", _measuring_text, "value")
    wrap(dynamodb, "_number_size_bytes", _remembering, "text")
    if getattr(dynamodb, "copy", None) is not copy:
        raise Refused("ministack.services.dynamodb does not copy by the module copy. Run npm run setup")
    dynamodb.copy = SimpleNamespace(copy=copy.copy, deepcopy=copied)


def copied(value: Any) -> Any:
    """A deep copy; items are plain values, which marshal copies ten times faster than `copy.deepcopy` walks them."""
    try:
        return marshal.loads(marshal.dumps(value))
    except ValueError:
        return copy.deepcopy(value)


def _each_once(checks_of: Callable[..., list]) -> Callable[..., list]:
    @wraps(checks_of)
    def each_once(*request: Any) -> list:
        return list(dict.fromkeys(checks_of(*request)))

    return each_once


def _measuring_text(size_of: Callable[[Any], int]) -> Callable[[Any], int]:
    @wraps(size_of)
    def size(value: Any) -> int:
        text = value.get("S") if isinstance(value, dict) and len(value) == 1 else None
        return len(text) if isinstance(text, str) and text.isascii() else size_of(value)

    return size


def _remembering(work: Callable[..., Any]) -> Callable[..., Any]:
    return lru_cache(maxsize=_REMEMBERED)(work)


def _remembering_list(work: Callable[[str], list]) -> Callable[[str], list]:
    """Each caller has a list of its own: some take it apart."""
    known = lru_cache(maxsize=_REMEMBERED)(work)

    @wraps(work)
    def remembered(text: str) -> list:
        return list(known(text))

    return remembered


def _remembering_text(work: Callable[[Any], list]) -> Callable[[Any], list]:
    """Policies come as text, which says whether one has changed, or already parsed."""
    known = _remembering_list(work)

    @wraps(work)
    def remembered(document: Any) -> list:
        return known(document) if isinstance(document, str) else work(document)

    return remembered
