"""Fault: every thrown error reaches the caller as Runtime.HandlerError, so Retry and Catch by name never match.

Lambda reports the error's own name, its message and its stack.
"""

from launcher.guard import replaced, rewrite

_SETTLED = 'status: "error", error: String(err.message || err), trace: err.stack || ""'
_THROWN = 'status: "error", error: e.message, trace: e.stack'


def apply() -> None:
    from ministack.core import lambda_runtime
    from ministack.services import lambda_svc

    script = lambda_runtime._NODEJS_WORKER_SCRIPT
    script = replaced(script, _SETTLED, f'{_SETTLED}, errorType: (err && err.name) || "Error"', "the Node worker")
    script = replaced(script, _THROWN, f'{_THROWN}, errorType: (e && e.name) || "Error"', "the Node worker")
    lambda_runtime._NODEJS_WORKER_SCRIPT = script
    rewrite(
        lambda_svc,
        "_execute_function_warm",
        ('error_type = "Runtime.HandlerError"', 'error_type = result.get("errorType") or "Runtime.HandlerError"'),
    )
