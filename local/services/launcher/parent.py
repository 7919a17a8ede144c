"""Ends this process, its workers and its files as soon as the parent is gone.

The parent holds the other end of standard input. Whatever ends it, also kill -9, closes that end.
"""

import os
import signal
import threading
from typing import TextIO

from launcher import environment


def watch(source: TextIO) -> None:
    threading.Thread(target=_end_with, args=(source,), name="parent", daemon=True).start()


def _end_with(source: TextIO) -> None:
    while source.readline():
        pass
    environment.remove()
    _kill_workers()
    # A worker may have written once more between the two.
    environment.remove()
    os._exit(0)


def _kill_workers() -> None:
    from ministack.core import lambda_runtime

    for workers in list(lambda_runtime._workers.values()):
        for worker in list(workers):
            if worker._proc is not None:
                try:
                    os.kill(worker._proc.pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
