"""Fault: each warm invocation waits 50 ms for log lines that may never come, and lines later than that are lost.

The worker now marks the end of an invocation's log, in the same pipe and behind it, so none is waited for or lost.
"""

import queue
import time

from launcher.guard import replaced, rewrite

_END = "\\u0000end of invocation"
_ORIGINAL_WRITE = "const _realStdoutWrite = process.stdout.write.bind(process.stdout);"
_MARKING_WRITE = (
    "const _stdoutWrite = process.stdout.write.bind(process.stdout);\n"
    "const _realStdoutWrite = (line) => {\n"
    f'  if (!line.startsWith(\'{{"status":"ready"\')) process.stderr.write("{_END}\\n");\n'
    "  return _stdoutWrite(line);\n"
    "};"
)
_LONGEST_WAIT_SECONDS = 10.0


def apply() -> None:
    from ministack.core import lambda_runtime

    lambda_runtime._NODEJS_WORKER_SCRIPT = replaced(
        lambda_runtime._NODEJS_WORKER_SCRIPT, _ORIGINAL_WRITE, _MARKING_WRITE, "the Node worker"
    )
    lambda_runtime._log_up_to_the_mark = _log_up_to_the_mark
    rewrite(
        lambda_runtime.Worker,
        "_drain_stderr_bounded",
        (
            "lines = []\n",
            'if self.config.get("Runtime", "").startswith("nodejs"):\n'
            "        return _log_up_to_the_mark(self._stderr_queue)\n"
            "    lines = []\n",
        ),
    )


def _log_up_to_the_mark(written: "queue.Queue[str]") -> str:
    lines: list[str] = []
    mark = _END.encode().decode("unicode_escape")
    deadline = time.monotonic() + _LONGEST_WAIT_SECONDS
    while True:
        try:
            line = written.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            return "\n".join(lines)
        if line == mark:
            return "\n".join(lines)
        lines.append(line)
