"""`make stress`: 100 kills of the publishing process on each engine, 20 of Elasticsearch.

``SEED=`` repeats a run's choices, ``KILLS=`` and ``SERVER_KILLS=`` change the numbers. Everything happens in
temporary folders and on the loopback, and ends by itself.
"""

import os
import random
import sys

from tests.services.elasticsearch import started

from .trial import trial


def main() -> int:
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(10**6))
    kills, server_kills = int(os.environ.get("KILLS", "100")), int(os.environ.get("SERVER_KILLS", "20"))
    print(f"SEED={seed}", flush=True)
    outcomes = [trial(random.Random(seed), kills)]
    with started() as server:
        outcomes.append(trial(random.Random(seed), kills, server, server_kills))
    return int(any(outcome.differences or outcome.errors for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
