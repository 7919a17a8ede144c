"""Fault (for us): a policy that wants TLS refuses everything, because the loopback has none.

What AWS would only ever see over TLS counts as such here, so the policies of the program apply unchanged.
"""

from launcher.guard import rewrite


def apply() -> None:
    from ministack.core import iam_evaluator

    rewrite(
        iam_evaluator,
        "_resolve_condition_key",
        ("return str(ctx.secure_transport).lower()", 'return "true"'),
    )
