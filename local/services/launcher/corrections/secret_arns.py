"""Fault (for us): Secrets Manager makes up the end of each secret's ARN, but the stand-in has predicted it.

A tag that exists nowhere else asks for an ARN. It must be that of the name with six characters more, and is not kept.
"""

import re
from collections.abc import Callable
from typing import Any

from launcher.guard import wrap

TAG = "local-services:predicted-arn"


def apply() -> None:
    from ministack.services import secretsmanager

    wrap(secretsmanager, "_create_secret", _with_predicted_arn, "data")


def _with_predicted_arn(create: Callable[[dict], Any]) -> Callable[[dict], Any]:
    from ministack.core.responses import error_response_json
    from ministack.services import secretsmanager

    def create_secret(data: dict) -> Any:
        tags = data.get("Tags") or []
        asked = [tag["Value"] for tag in tags if tag.get("Key") == TAG]
        if not asked:
            return create(data)
        name = data.get("Name", "")
        if not re.fullmatch(rf"arn:aws:secretsmanager:[\w-]+:\d{{12}}:secret:{re.escape(name)}-\w{{6}}", asked[0]):
            return error_response_json("ValidationException", f"{TAG} must be an ARN of {name}", 400)
        answer = create({**data, "Tags": [tag for tag in tags if tag.get("Key") != TAG]})
        if answer[0] == 200:
            secretsmanager._secrets[name]["ARN"] = asked[0]
        return answer

    return create_secret
