"""Fault: a function's worker outlives a killed server when its handler left a timer or a socket open.

The worker now ends with the pipe it takes its invocations from.
"""

from launcher.guard import replaced

_READ = "const rl = readline.createInterface({ input: process.stdin, terminal: false });"


def apply() -> None:
    from ministack.core import lambda_runtime

    lambda_runtime._NODEJS_WORKER_SCRIPT = replaced(
        lambda_runtime._NODEJS_WORKER_SCRIPT, _READ, f'{_READ}\nrl.on("close", () => process.exit(0));', "the Node worker"
    )
