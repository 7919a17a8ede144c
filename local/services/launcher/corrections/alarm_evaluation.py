"""Fault: alarms are judged by whatever was reported last, in any dimension, when something is reported, and then tell
topics whose policies let nobody in. Metric math is dropped.

`local/services/cloudwatch` judges them by the clock instead, as their definitions say, and sets their states. What stays
here: definitions are kept whole, and a topic is told only where its policy lets CloudWatch publish.
"""

from collections.abc import Callable
from typing import Any

from launcher.guard import rewrite, wrap


def apply() -> None:
    from ministack.services import cloudwatch

    wrap(cloudwatch, "_evaluate_alarm", lambda _judge: lambda _alarm: None, "alarm")
    # It copies all that was ever reported at each call, and loses what a function reports meanwhile.
    wrap(cloudwatch, "_evict_old_metrics", lambda _evict: lambda: None, "")
    wrap(cloudwatch, "_put_metric_alarm", _keeping_queries, "params, cbor_data, is_cbor, is_json")
    cloudwatch._may_publish = _may_publish
    rewrite(
        cloudwatch,
        "_dispatch_alarm_actions",
        (
            "sns_arns = [a for a in actions if _is_sns_action_arn(a)]",
            "sns_arns = [a for a in actions if _is_sns_action_arn(a) and _may_publish(a, alarm)]",
        ),
    )


def _may_publish(topic: str, alarm: dict[str, Any]) -> bool:
    from ministack.core.responses import get_account_id
    from ministack.services import sns

    return sns.topic_policy_allows(topic, "cloudwatch.amazonaws.com", alarm["AlarmArn"], get_account_id())


def _keeping_queries(put: Callable[..., Any]) -> Callable[..., Any]:
    def put_alarm(params: dict, cbor_data: dict, is_cbor: bool, is_json: bool = False) -> Any:
        from ministack.services import cloudwatch

        answer = put(params, cbor_data, is_cbor, is_json)
        queries = cbor_data.get("Metrics")
        if answer[0] == 200 and queries:
            alarm = cloudwatch._alarms[cbor_data["AlarmName"]]
            # An alarm on metric math has none of what one on a single metric has.
            for single in ("MetricName", "Namespace", "Statistic", "ExtendedStatistic", "Period", "Dimensions", "Unit"):
                alarm.pop(single, None)
            alarm["Metrics"] = queries
        return answer

    return put_alarm
