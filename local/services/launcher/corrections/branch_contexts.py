"""Fault: branches that run side by side share the context object, so one reads the other's state and retry count.

On AWS `$$.State` is that of the state that reads it.
"""

from launcher.guard import rewrite

_SHARED = """                branch.get("StartAt"),
                effective, execution, ctx)
"""
_OWN = """                branch.get("StartAt"),
                effective, execution, dict(ctx))
"""


def apply() -> None:
    from ministack.services import stepfunctions

    rewrite(stepfunctions, "_run_parallel_branches", (_SHARED, _OWN))
