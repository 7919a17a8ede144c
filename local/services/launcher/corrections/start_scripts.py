"""Fault: scripts in folders of the machine (/docker-entrypoint-initaws.d, /etc/localstack) run at every start."""

from launcher.guard import wrap


def apply() -> None:
    from ministack import app

    wrap(app, "_collect_scripts", lambda _original: lambda *_folders: [], "dirs")
