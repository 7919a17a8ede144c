"""Serves ministack's application on the socket that is already bound, and says so once on standard output.

ministack brings hypercorn, all in Python. uvicorn on httptools and uvloop takes a third less of the one thread that
everything waits for.
"""

import asyncio
import json
import os
import socket
import sys

import uvicorn
from ministack import app as ministack


def serve(listener: socket.socket) -> int:
    config = uvicorn.Config(
        ministack.app,
        loop="uvloop",
        http="httptools",
        ws="none",
        access_log=False,
        log_level="warning",
        timeout_keep_alive=75,
        timeout_graceful_shutdown=1,
        server_header=False,
        date_header=False,
    )
    with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
        runner.run(_serve(uvicorn.Server(config), listener))
    return 0


async def _serve(server: uvicorn.Server, listener: socket.socket) -> None:
    # Held by a name: the loop itself lets go of a task that waits.
    announcement = asyncio.create_task(_say_when_ready(listener.getsockname()[1]))
    await server.serve(sockets=[listener])
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
