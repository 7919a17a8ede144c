"""Fault (for us): objects in a retention nobody may end keep `destroy` of the local stack from ever finishing.

The cloud on a laptop is disposable, so a header that nothing else sends lets a locked version go. The binding that
removes a bucket sends it; functions have no way to, and AWS ignores it.
"""

from collections.abc import Callable
from typing import Any

from launcher.guard import wrap

HEADER = "x-local-services-dispose"


def apply() -> None:
    from ministack.services import s3

    wrap(s3, "_check_object_lock", _unless_disposed, "bucket_name, key, headers, version_id")


def _unless_disposed(check: Callable[..., Any]) -> Callable[..., Any]:
    def check_object_lock(bucket_name: str, key: str, headers: dict, version_id: str | None) -> Any:
        return None if headers.get(HEADER) == "true" else check(bucket_name, key, headers, version_id)

    return check_object_lock
