"""Applies the corrections, but for those named in the arguments, to a ministack that serves nothing."""

import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../../../local/services"))
os.environ.update(
    LOCAL_SERVICES_ANSWERING="{}",
    LOCAL_SERVICES_NODE="node",
    LOG_LEVEL="ERROR",
    MINISTACK_ACCOUNT_ID="111122223333",
    TMPDIR=tempfile.gettempdir(),
)

from launcher import corrections  # noqa: E402

corrections.apply_all(sys.argv[1:])
