"""Fault: no service reports its metrics but Lambda, which leaves out the runs that a queue or an event asks for; and metrics
that functions print (EMF) stay lines of their log.

Reported here: each run of a function, SQS, with depth and age of each queue whenever somebody asks for metrics, runs of Step Functions, and what
functions embed in their logs.
"""

import json
import time
from collections.abc import Callable
from typing import Any

from launcher.guard import wrap

_RUNS = {
    "RUNNING": "ExecutionsStarted",
    "SUCCEEDED": "ExecutionsSucceeded",
    "FAILED": "ExecutionsFailed",
    "ABORTED": "ExecutionsAborted",
    "TIMED_OUT": "ExecutionsTimedOut",
}


def apply() -> None:
    from ministack.services import cloudwatch, lambda_svc, s3, sns, sqs, stepfunctions

    wrap(sqs, "_act_send_message", _counting_sent, "data, qurl")
    # The table of operations took the function before it was wrapped.
    sqs._HANDLERS["SendMessage"] = sqs._act_send_message
    wrap(s3, "_deliver_event_to_sqs", _counting_delivered, "arn, event_payload, bucket_region, bucket_name")
    wrap(
        sns,
        "_deliver_to_sqs",
        _counting_delivered,
        "endpoint, envelope, raw, raw_message, message_group_id, message_dedup_id, message_attributes, topic_arn",
    )
    wrap(sqs, "_collect_msgs", _counting_received, "q, max_n, vis_timeout")
    wrap(cloudwatch, "_get_metric_data", _sampling, "params, cbor_data, is_cbor, is_json")
    wrap(lambda_svc, "_emit_lambda_metrics", _only_throttles, "function_name, duration_ms, error, throttle")
    wrap(stepfunctions, "_emit_execution_status_event", _counting_runs, "execution")
    wrap(
        lambda_svc,
        "_emit_lambda_logs",
        _reading_logs,
        "func, request_id, log_text, error, duration_ms, log_source",
    )


def _of_queue(metric: str, arn: str, value: float, unit: str = "Count") -> None:
    from ministack.services import cloudwatch

    cloudwatch.record_metric("AWS/SQS", metric, value, unit, {"QueueName": arn.rpartition(":")[2]})


def _counting_sent(send: Callable[..., Any]) -> Callable[..., Any]:
    def sent(data: dict, qurl: str) -> Any:
        answer = send(data, qurl)
        _of_queue("NumberOfMessagesSent", (data.get("QueueUrl") or qurl).replace("/", ":"), 1)
        return answer

    return sent


def _counting_delivered(deliver: Callable[..., None]) -> Callable[..., None]:
    def delivered(arn: str, *rest: Any, **named: Any) -> None:
        deliver(arn, *rest, **named)
        _of_queue("NumberOfMessagesSent", arn, 1)

    return delivered


def _counting_received(collect: Callable[..., list]) -> Callable[..., list]:
    def received(q: dict, max_n: int, vis_timeout: int) -> list:
        messages = collect(q, max_n, vis_timeout)
        if messages:
            _of_queue("NumberOfMessagesReceived", q["attributes"]["QueueArn"], len(messages))
        return messages

    return received


def _sampling(answer: Callable[..., Any]) -> Callable[..., Any]:
    from ministack.services import sqs

    def sampled(params: dict, cbor_data: dict, is_cbor: bool, is_json: bool = False) -> Any:
        now = time.time()
        for queue in list(sqs._queues.values()):
            arn = queue["attributes"]["QueueArn"]
            visible = [message for message in queue["messages"] if message.get("visible_at", 0) <= now]
            # As AWS counts it: a message that was handed out and is not yet deleted grows older too.
            oldest = min((message.get("sent_at", now) for message in queue["messages"]), default=now)
            _of_queue("ApproximateNumberOfMessagesVisible", arn, len(visible))
            _of_queue("ApproximateAgeOfOldestMessage", arn, now - oldest, "Seconds")
        return answer(params, cbor_data, is_cbor, is_json)

    return sampled


def _counting_runs(emit: Callable[[dict], None]) -> Callable[[dict], None]:
    from ministack.services import cloudwatch

    def counted(execution: dict) -> None:
        metric = _RUNS.get(execution["status"])
        if metric:
            dimensions = {"StateMachineArn": execution["stateMachineArn"]}
            cloudwatch.record_metric("AWS/States", metric, 1, "Count", dimensions)
        emit(execution)

    return counted


def _only_throttles(emit: Callable[..., None]) -> Callable[..., None]:
    """Runs are reported where each of them ends, whoever asked for it."""

    def emitted(function_name: str, duration_ms: float, error: bool, throttle: bool) -> None:
        from ministack.services import cloudwatch

        if throttle:
            cloudwatch.record_metric("AWS/Lambda", "Throttles", 1, "Count", {"FunctionName": function_name})

    return emitted


def _reading_logs(emit: Callable[..., None]) -> Callable[..., None]:
    from ministack.services import cloudwatch

    def read(func: dict, request_id: str, log_text: str, error: bool, duration_ms: int, **named: Any) -> None:
        of_function = {"FunctionName": (func.get("config") or func).get("FunctionName", "")}
        cloudwatch.record_metric("AWS/Lambda", "Invocations", 1, "Count", of_function)
        cloudwatch.record_metric("AWS/Lambda", "Errors", 1 if error else 0, "Count", of_function)
        cloudwatch.record_metric("AWS/Lambda", "Duration", duration_ms, "Milliseconds", of_function)
        for line in (log_text or "").splitlines():
            if '"_aws"' in line:
                _embedded(line)
        emit(func, request_id, log_text, error, duration_ms, **named)

    return read


def _embedded(line: str) -> None:
    """CloudWatch's embedded metric format. A line that only looks like it stays a line."""
    from ministack.services import cloudwatch

    try:
        told = json.loads(line)
        directives = told["_aws"]["CloudWatchMetrics"]
        for directive in directives:
            for names in directive["Dimensions"]:
                dimensions = {name: str(told[name]) for name in names}
                for metric in directive["Metrics"]:
                    values = told[metric["Name"]]
                    for value in values if isinstance(values, list) else [values]:
                        unit = metric.get("Unit", "None")
                        cloudwatch.record_metric(directive["Namespace"], metric["Name"], value, unit, dimensions)
    except (ValueError, KeyError, TypeError):
        return
