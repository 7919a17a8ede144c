"""Fault: a batch call needs a permission of its own name, which AWS does not have.

On AWS a role that may do the single call may do its batch, and a policy that names a batch action means nothing.
"""

from collections.abc import Callable

from launcher.guard import wrap

_SINGLE = {
    "sns:PublishBatch": "sns:Publish",
    "sqs:ChangeMessageVisibilityBatch": "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessageBatch": "sqs:DeleteMessage",
    "sqs:SendMessageBatch": "sqs:SendMessage",
}


def apply() -> None:
    from ministack.core import iam_actions

    wrap(iam_actions, "extract_iam_action", _single, "service, method, path, headers, body, query_params")


def _single(extract: Callable[..., str | None]) -> Callable[..., str | None]:
    def extract_iam_action(*request: object) -> str | None:
        action = extract(*request)
        return None if action is None else _SINGLE.get(action, action)

    return extract_iam_action
