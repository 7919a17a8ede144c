"""Entry: reads the settings from standard input, serves until that input closes.

Nothing of ministack is imported before the environment is set, because its modules read it at import.
"""

import sys

from launcher import environment, parent, settings
from launcher.guard import Refused


def main() -> int:
    wanted = settings.read(sys.stdin)
    listener = environment.prepare(wanted)
    parent.watch(sys.stdin)
    from launcher import corrections, counting, permissions, quickening, server, signing

    signing.use(wanted.signer)
    corrections.apply_all(wanted.without)
    quickening.apply()
    if wanted.counting:
        counting.apply()
    if wanted.permissions:
        permissions.apply()
    return server.serve(listener)


try:
    sys.exit(main())
except Refused as fault:
    sys.stderr.write(f"local services: {fault}\n")
    sys.exit(2)
finally:
    environment.remove()
