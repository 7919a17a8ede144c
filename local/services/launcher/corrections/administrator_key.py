"""Fault: the key "test", any account number and the configured key are the administrator, with any secret at all.

Only the key of this run is, and only with a signature that its secret made. So no other program of the machine, and
no function, gets past the roles of the program by knowing a port.
"""

from launcher.guard import rewrite


def apply() -> None:
    from ministack.core import iam_evaluator
    from ministack.services import sts

    rewrite(
        iam_evaluator,
        "is_root_access_key",
        ('or access_key_id == "test"\n', ""),
        ("or bool(_ACCOUNT_ID_RE.fullmatch(access_key_id))\n", ""),
    )
    sts.is_root_access_key = iam_evaluator.is_root_access_key
    # What this answers is whose signature goes unchecked; an empty key is a call from inside.
    rewrite(iam_evaluator, "_is_root_key", ("return is_root_access_key(access_key_id)", "return not access_key_id"))
