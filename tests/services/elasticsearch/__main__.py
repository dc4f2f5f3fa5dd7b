"""``python -m tests.services.elasticsearch [port]``: serves until Ctrl-C."""

import signal
import sys
from contextlib import suppress

from . import started

with started(*map(int, sys.argv[1:2])) as server:
    print(server.url, flush=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with suppress(KeyboardInterrupt):
        signal.pause()
