"""Puts a script into a folder that ministack would look into, and prints how many it would run."""

import pathlib
import tempfile

import corrected  # noqa: F401
from ministack import app

with tempfile.TemporaryDirectory() as folder:
    (pathlib.Path(folder) / "evil.sh").write_text("touch /tmp/evil\n")
    print(len(app._collect_scripts(folder)))
