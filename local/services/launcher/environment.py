"""The process environment of ministack, its port, and its only folder on disk."""

import json
import os
import shutil
import socket
import tempfile
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from launcher.guard import VERSION, Refused
from launcher.settings import Settings

NODE = "LOCAL_SERVICES_NODE"
ANSWERING = "LOCAL_SERVICES_ANSWERING"
ISSUERS = "LOCAL_SERVICES_ISSUERS"
ELSEWHERE = "LOCAL_SERVICES_ELSEWHERE"
_owned: list[Path] = []
_run_file: list[Path] = []


def prepare(settings: Settings) -> socket.socket:
    """Bind a free loopback port, then name it and everything else in the environment."""
    _check_version()
    listener = socket.create_server(("127.0.0.1", 0), backlog=512)
    folder = Path(tempfile.mkdtemp(prefix="local-services-"))
    _owned.append(folder)
    _run_file.append(Path(settings.run_file))
    (folder / "tmp").mkdir()
    # The emulator's own scripts for Node are CommonJS; above this folder may lie a package that says otherwise.
    (folder / "package.json").write_text('{"type": "commonjs"}')
    path = os.environ.get("PATH", os.defpath)
    os.environ.clear()
    os.environ.update(
        AUTH="true",
        AWS_ACCESS_KEY_ID=settings.access_key_id,
        AWS_SECRET_ACCESS_KEY=settings.secret_access_key,
        BIND_HOST="127.0.0.1",
        DOCKER_HOST=f"unix://{folder}/no-container-engine",
        GATEWAY_PORT=str(listener.getsockname()[1]),
        IOT_MTLS_ENABLED="0",
        LOG_LEVEL="WARNING",
        MINISTACK_ACCOUNT_ID=settings.account_id,
        MINISTACK_HOST="localhost",
        MINISTACK_REGION=settings.region,
        PATH=path,
        S3_DATA_DIR=str(folder / "s3"),
        # A workflow waits minutes before it tries again, for faults that pass; none here passes by waiting.
        SFN_WAIT_SCALE="0.001",
        SFTP_ENABLED="0",
        STATE_DIR=str(folder / "state"),
        TMPDIR=str(folder / "tmp"),
        **{
            NODE: settings.node,
            ISSUERS: json.dumps(settings.issuers),
            ELSEWHERE: json.dumps(settings.elsewhere),
            ANSWERING: json.dumps({name: asdict(address) for name, address in settings.answering.items()}),
        },
    )
    tempfile.tempdir = None
    return listener


def remove() -> None:
    """Delete what this process left on disk, but no run file of services that have come after it."""
    for path in _owned:
        shutil.rmtree(path, ignore_errors=True)
    for path in _run_file:
        if _runs_us(path):
            path.unlink(missing_ok=True)


def _runs_us(run_file: Path) -> bool:
    try:
        return bool(json.loads(run_file.read_text())["pid"] == os.getpid())
    except (OSError, ValueError, KeyError):
        return False


def _check_version() -> None:
    try:
        installed = version("ministack")
    except PackageNotFoundError:
        raise Refused("ministack is not installed in this Python. Run npm run setup") from None
    if installed != VERSION:
        raise Refused(f"ministack {installed} is installed, these corrections are for {VERSION}. Run npm run setup")
