"""`make stress`: what the site withstands. Ends with a table, and with 1 where a figure does not hold.

``PART=`` runs one part alone: ``attack``, ``half-open``, ``kills`` or ``index``. ``SEED=`` repeats a run's
choices, ``KILLS=`` and ``SERVER_KILLS=`` change the numbers of the last. Everything happens in temporary
folders and on the loopback, and ends by itself.
"""

import os
import random
import sys

from tests.services.elasticsearch import started

from . import attack, half_open, index, kills
from .figures import Figure, table


def main() -> int:
    wanted = os.environ.get("PART") or ""
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(10**6))
    parts = {attack.PART: attack.trial, half_open.PART: half_open.trial, kills.PART: kills.trial}
    parts |= {index.PART: _of_the_index}
    if wanted and wanted not in parts:
        sys.exit(f"PART is {wanted!r}: give {', '.join(parts)}, or nothing for all of them.")
    figures = []
    for name, trial in parts.items():
        if name == (wanted or name):
            print(f"SEED={seed} PART={name}", flush=True)
            figures += trial(seed, _say)
    print(table(figures))
    return int(not all(figure.holds for figure in figures))


def _of_the_index(seed: int, say) -> list[Figure]:
    number, of_server = int(os.environ.get("KILLS") or 100), int(os.environ.get("SERVER_KILLS") or 20)
    outcomes = [index.trial(random.Random(seed), number, say=say)]
    with started() as server:
        outcomes.append(index.trial(random.Random(seed), number, server, of_server, say=say))
    return [figure for outcome in outcomes for figure in outcome.figures()]


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
