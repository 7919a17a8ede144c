"""Counts the requests that AWS would be paid for, by caller, service and operation, and the units of DynamoDB.

Only where the settings ask for it, which benchmarks do. `GET /_local/counts` says what was counted so far.
"""

import json
import math
import re
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs

from launcher.guard import wrap

PATH = "/_local/counts"
_SIGNED = re.compile(r"Credential=([^/]+)/[^/]+/[^/]+/([^/]+)/")
_SQS_CHUNK = 64 * 1024
_RECEIVED_AT_ONCE = 10
_WRITE_BYTES = 1024
_READ_BYTES = 4096
_TRANSACTIONS = ("TransactWriteItems", "TransactGetItems")

Response = tuple[int, dict[str, str], bytes]
_counts: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
# Whose request of DynamoDB is being answered: one after the other, all on one thread.
_writing: list[tuple[Counter[str], int]] = []


def apply() -> None:
    from ministack import app
    from ministack.services import dynamodb, lambda_svc, s3

    wrap(app, "_handle_pre_body_request", _saying, "method, path, headers, query_params, request_id")
    wrap(app, "_dispatch_service_request", _counting, "method, path, headers, body, query_params, request_id")
    wrap(dynamodb, "_set_item", _measuring, "table, pk_val, sk_val, item")
    wrap(s3, "_deliver_event_to_sqs", _notifying, "arn, event_payload, bucket_region, bucket_name")
    wrap(lambda_svc, "_run_sqs_batch", _consuming, "esm, func_rec, event, batch, queue_url, queue_name")


def _saying(handle: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    async def pre_body(method: str, path: str, *rest: Any) -> Any:
        if method == "GET" and path == PATH:
            rows = [
                {"caller": caller, "service": service, "operation": operation, **count}
                for (caller, service, operation), count in _counts.items()
            ]
            return 200, {"Content-Type": "application/json"}, json.dumps(rows).encode()
        return await handle(method, path, *rest)

    return pre_body


def _counting(dispatch: Callable[..., Awaitable[Response]]) -> Callable[..., Awaitable[Response]]:
    async def counted(
        method: str, path: str, headers: dict[str, str], body: bytes, query_params: dict[str, Any], request_id: str
    ) -> Response:
        signed = _SIGNED.search(headers.get("authorization", ""))
        if signed is None:
            return await dispatch(method, path, headers, body, query_params, request_id)
        key, service = signed.groups()
        operation = _operation(service, method, path, headers, body)
        count = _counts[_caller(key), service, operation]
        count["requests"] += 1
        if service != "dynamodb":
            if service == "sqs":
                count["chunks"] += max(1, math.ceil(len(body) / _SQS_CHUNK))
            return await dispatch(method, path, headers, body, query_params, request_id)
        _writing.append((count, 2 if operation in _TRANSACTIONS else 1))
        try:
            answer = await dispatch(method, path, headers, body, query_params, request_id)
        finally:
            _writing.pop()
        if operation in ("Query", "GetItem", "BatchGetItem", "Scan"):
            count["readUnits"] += _read_units(operation, body, answer[2])
        return answer

    return counted


def _caller(key: str) -> str:
    from ministack.core import iam_evaluator

    found = iam_evaluator.resolve_caller_identity(key) or {}
    return str(found.get("userArn", ""))


def _operation(service: str, method: str, path: str, headers: dict[str, str], body: bytes) -> str:
    target = headers.get("x-amz-target", "")
    if target:
        return target.rpartition(".")[2]
    if service == "s3":
        return f"{method} {'object' if path.strip('/').count('/') else 'bucket'}"
    if headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return str(parse_qs(body.decode()).get("Action", [""])[0])
    return f"{method}"


def _measuring(set_item: Callable[..., Any]) -> Callable[..., Any]:
    from ministack.services import dynamodb

    def measured(table: dict, pk_val: str, sk_val: str, item: dict) -> Any:
        if _writing:
            count, factor = _writing[-1]
            before = table["items"].get(pk_val, {}).get(sk_val)
            sizes = [dynamodb._item_size_bytes(one) for one in (before, item) if one]
            count["writeUnits"] += factor * max(1, math.ceil(max(sizes) / _WRITE_BYTES))
            count["items"] += 1
            for index in table.get("GlobalSecondaryIndexes") or []:
                # An index is written once, also by a transaction.
                count["indexUnits"] += int(dynamodb._index_write_units(table, index, before, item))
        return set_item(table, pk_val, sk_val, item)

    return measured


def _read_units(operation: str, body: bytes, answered: bytes) -> float:
    from ministack.services.dynamodb import _item_size_bytes

    asked, found = json.loads(body), json.loads(answered)
    if operation == "BatchGetItem":
        units = 0.0
        for table, keys in asked["RequestItems"].items():
            items = found.get("Responses", {}).get(table, [])
            each = sum(max(1, math.ceil(_item_size_bytes(item) / _READ_BYTES)) for item in items)
            missing = len(keys["Keys"]) - len(items)
            units += (each + missing) * (1 if keys.get("ConsistentRead") else 0.5)
        return units
    items = [found["Item"]] if found.get("Item") else found.get("Items", [])
    size = sum(_item_size_bytes(item) for item in items)
    return max(1, math.ceil(size / _READ_BYTES)) * (1 if asked.get("ConsistentRead") else 0.5)


def _notifying(deliver: Callable[..., None]) -> Callable[..., None]:
    """What S3 tells a queue is paid for like any message."""

    def notify(arn: str, *rest: Any, **named: Any) -> None:
        count = _counts["s3", "sqs", "SendMessage"]
        count["requests"] += 1
        count["chunks"] += 1
        deliver(arn, *rest, **named)

    return notify


def _consuming(run: Callable[..., None]) -> Callable[..., None]:
    """Lambda's own requests: it receives and deletes ten messages at a time, for the queue's owner."""

    def consume(esm: dict, func_rec: dict, event: dict, batch: list, queue_url: str, queue_name: str) -> None:
        caller = f"lambda:{esm['FunctionName']}"
        calls = math.ceil(len(batch) / _RECEIVED_AT_ONCE)
        for operation in ("ReceiveMessage", "DeleteMessageBatch"):
            count = _counts[caller, "sqs", operation]
            count["requests"] += calls
            count["chunks"] += calls
        invoked = _counts[caller, "lambda", "Invoke"]
        invoked["requests"] += 1
        invoked["items"] += len(batch)
        started = time.monotonic()
        run(esm, func_rec, event, batch, queue_url, queue_name)
        invoked["milliseconds"] += round((time.monotonic() - started) * 1000)

    return consume
