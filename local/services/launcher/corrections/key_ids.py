"""Fault (for us): KMS makes up the id of each key, but the stand-in has predicted it in policies and variables.

A tag that exists nowhere else asks for an id. It must be a UUID, as real ids are, and is not kept as a tag.
"""

import re
from collections.abc import Callable
from typing import Any

from launcher.guard import rewrite, wrap

TAG = "local-services:predicted-key-id"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def apply() -> None:
    from ministack.services import kms

    rewrite(kms, "_create_key", ("else new_uuid()", 'else data.pop("_predicted", None) or new_uuid()'))
    wrap(kms, "_create_key", _with_predicted_id, "data")


def _with_predicted_id(create: Callable[[dict], Any]) -> Callable[[dict], Any]:
    from ministack.core.responses import error_response_json
    from ministack.services import kms

    def create_key(data: dict) -> Any:
        tags = data.get("Tags") or []
        asked = [tag["TagValue"] for tag in tags if tag.get("TagKey") == TAG]
        if not asked:
            return create(data)
        if not _UUID.fullmatch(asked[0]):
            return error_response_json("ValidationException", f"{TAG} must be a UUID", 400)
        if asked[0] in kms._keys:
            return error_response_json("AlreadyExistsException", f"Key {asked[0]} exists", 400)
        kept = [tag for tag in tags if tag.get("TagKey") != TAG]
        return create({**data, "Tags": kept, "_predicted": asked[0]})

    return create_key
