"""Fault: MaximumBatchingWindowInSeconds is kept but never waited for, so a batch is whatever has just come in.

AWS hands a batch over when it is full or when its first message has waited for the window.
"""

import itertools
import threading
import time

from launcher.guard import rewrite

_alarms: dict[str, threading.Timer] = {}


def apply() -> None:
    from ministack.services import lambda_svc

    lambda_svc._batch_is_due = _batch_is_due
    rewrite(
        lambda_svc,
        "_poll_sqs",
        (
            "batch = _sqs._receive_messages_for_esm(queue_url, batch_size)",
            "batch = (_sqs._receive_messages_for_esm(queue_url, batch_size)\n"
            "                     if _batch_is_due(esm, queue, batch_size) else None)",
        ),
    )


def _batch_is_due(mapping: dict, queue: dict, batch_size: int) -> bool:
    from ministack.services import sqs

    window = mapping.get("MaximumBatchingWindowInSeconds") or 0
    if window == 0:
        return True
    with sqs._queues_lock:
        if len(_visible_since(queue, batch_size)) == batch_size:
            return True
        # Spent messages leave for the dead letters first: they are no reason to start a batch.
        sqs._expire_retained(queue)
        sqs._dlq_sweep(queue)
        waiting = _visible_since(queue, batch_size)
    if not waiting:
        return False
    due_in = min(waiting) + window - time.time()
    if due_in <= 0:
        return True
    _wake_the_poller(mapping["UUID"], due_in)
    return False


def _visible_since(queue: dict, enough: int) -> list[float]:
    """Since when the first messages can be received: no more of them than are enough, for long queues' sake."""
    now = time.time()
    visible = (message["visible_at"] for message in queue["messages"] if message["visible_at"] <= now)
    return list(itertools.islice(visible, enough))


def _wake_the_poller(mapping_id: str, seconds: float) -> None:
    """Nothing else wakes it at the end of a window: its own pause is up to a second."""
    from ministack.core.concurrency import esm_wake

    waiting = _alarms.get(mapping_id)
    if waiting is not None and waiting.is_alive():
        return
    alarm = threading.Timer(seconds, esm_wake.set)
    alarm.daemon = True
    _alarms[mapping_id] = alarm
    alarm.start()
