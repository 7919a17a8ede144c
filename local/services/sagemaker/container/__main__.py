"""Entry: loads the model in `SM_MODEL_DIR`, says its port on standard output, and ends when standard input closes."""

import json
import os
import sys
from pathlib import Path

from container import parent


def main() -> None:
    # Imported here, so that an XGBoost that cannot be loaded is told like everything else.
    from container.model import Model
    from container.server import listen

    parent.watch()
    # Loaded first: like the real container, it answers no ping before it can answer the rest.
    server = listen(Model(Path(os.environ["SM_MODEL_DIR"])))
    sys.stdout.write(json.dumps({"port": server.server_address[1]}) + "\n")
    sys.stdout.flush()
    server.serve_forever()


try:
    main()
except Exception as fault:
    # One line, which is what becomes the endpoint's reason; XGBoost's own run over many and name the remedy.
    sys.stderr.write(f"{type(fault).__name__}: {' '.join(str(fault).split())}\n")
    sys.exit(1)
