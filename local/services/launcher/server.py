"""Serves ministack's application on the socket that is already bound, and says so once on standard output."""

import asyncio
import json
import os
import socket
import sys

from hypercorn.asyncio import serve as hypercorn_serve
from hypercorn.config import Config
from ministack import app as ministack


def serve(listener: socket.socket) -> int:
    config = Config()
    # Hypercorn owns the descriptor from here on, so it gets one of its own.
    config.bind = [f"fd://{os.dup(listener.fileno())}"]
    config.keep_alive_timeout = 75
    config.graceful_timeout = 1
    config.loglevel = "WARNING"
    asyncio.run(_serve(config, listener.getsockname()[1]))
    return 0


async def _serve(config: Config, port: int) -> None:
    # Held by a name: the loop itself lets go of a task that waits.
    announcement = asyncio.create_task(_say_when_ready(port))
    await hypercorn_serve(ministack.app, config)
    announcement.cancel()


async def _say_when_ready(port: int) -> None:
    while True:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET /_ministack/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            status = (await reader.readline()).split()
            writer.close()
            if len(status) > 1 and status[1] == b"200":
                break
        except OSError:
            pass
        await asyncio.sleep(0.02)
    sys.stdout.write(json.dumps({"port": port, "pid": os.getpid(), "folder": os.path.dirname(os.environ["TMPDIR"])}) + "\n")
    sys.stdout.flush()
