"""Fault: an event source mapping hands over at most 10 messages, whatever its BatchSize.

AWS allows 10,000 a batch on a standard queue, and ends a batch before its event passes Lambda's 6 MB.
"""

import time

from launcher.guard import rewrite

PAYLOAD_LIMIT_BYTES = 6 * 1024 * 1024
_RECORD_OVERHEAD_BYTES = 1024


def apply() -> None:
    from ministack.services import sqs

    sqs._messages_that_fit = _messages_that_fit
    rewrite(
        sqs,
        "_receive_messages_for_esm",
        ("max_n = min(int(max_number or 1), 10)", "max_n = _messages_that_fit(q, int(max_number or 1))"),
    )


def _messages_that_fit(queue: dict, wanted: int) -> int:
    """How many of the messages that can be received now go into one event, at least one."""
    now = time.time()
    size = 0
    count = 0
    for message in queue["messages"]:
        if count == wanted:
            break
        if message["visible_at"] > now:
            continue
        size += len(message["body"]) + _RECORD_OVERHEAD_BYTES
        if size > PAYLOAD_LIMIT_BYTES and count > 0:
            break
        count += 1
    return max(1, count)
