"""Fault: a message sent while a function's batch is being deleted can vanish.

Requests are served on one thread, event sources on others. Deleting builds a new list of messages and puts it in
place of the old one; what was appended to the old one meanwhile is lost. One lock now covers both sides.
"""

import functools
import threading
from collections.abc import Callable
from typing import Any

from launcher.guard import wrap

# Everything in sqs.py that appends to, rebuilds or claims from a queue's list of messages, with its parameters.
_QUEUE_FUNCTIONS = {
    "_act_send_message": "data, qurl",
    "_act_send_message_batch": "data, qurl",
    "_act_delete_message": "data, qurl",
    "_act_delete_message_batch": "data, qurl",
    "_act_change_visibility": "data, qurl",
    "_act_change_visibility_batch": "data, qurl",
    "_act_purge_queue": "data, qurl",
    "_collect_msgs": "q, max_n, vis_timeout",
    "_dlq_sweep": "q",
    "_expire_retained": "q",
    "_refresh_counts": "q",
}
# The deliveries of other services, which append to a queue themselves.
_DELIVERIES = {
    "sns._deliver_to_sqs": "endpoint, envelope, raw, raw_message, message_group_id, message_dedup_id, "
    "message_attributes, topic_arn",
    "s3._deliver_event_to_sqs": "arn, event_payload, bucket_region, bucket_name",
}


def apply() -> None:
    from ministack.services import s3, sns, sqs

    # The functions call each other, and so do their callers that take the lock already.
    sqs._queues_lock = threading.RLock()
    for name, parameters in _QUEUE_FUNCTIONS.items():
        wrap(sqs, name, functools.partial(_locked, sqs._queues_lock), parameters)
        handled = [action for action, handler in sqs._HANDLERS.items() if handler.__name__ == name]
        for action in handled:
            sqs._HANDLERS[action] = vars(sqs)[name]
    for place, parameters in _DELIVERIES.items():
        service, name = place.split(".")
        wrap({"sns": sns, "s3": s3}[service], name, functools.partial(_locked, sqs._queues_lock), parameters)


def _locked(lock: threading.RLock, function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def with_lock(*args: Any, **kwargs: Any) -> Any:
        with lock:
            return function(*args, **kwargs)

    return with_lock
