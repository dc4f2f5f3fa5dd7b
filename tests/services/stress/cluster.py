"""`make cluster`: three nodes of Elasticsearch, each killed once while editors publish and visitors search.

First the master, then the node that takes the writes of the Italian index, then the last one; each comes back
before the next goes. Ends with a table, and with 1 where a figure does not hold. On the loopback a node that
is killed refuses connections at once; one that hangs is waited for (`search/engines/elasticsearch`).
"""

import os
import random
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.services.elasticsearch import Cluster, three_nodes
from tests.services.stress.figures import Figure, table
from tests.services.stress.visitor import Answer, Visitor

from .kills.editors import Deeds, Publisher
from .kills.town import Town, town

PART = "cluster"
SEARCHERS, PUBLISHERS = 4, 2
PAUSE = 0.25  # seconds between two questions of one visitor: nginx lets each have five a second
AWAY = 15.0  # seconds for which a node is gone
MAX_GAP = 2.0  # seconds
END_SECONDS = 120.0


class Searcher(threading.Thread):
    """Asks something else each time, so that no cache has it."""

    def __init__(self, port: int, number: int, over: threading.Event):
        super().__init__(daemon=True)
        self.visitor, self.number, self.over = Visitor(port, f"127.0.0.{10 + number}"), number, over
        self.answers: list[tuple[float, Answer]] = []

    def run(self) -> None:
        asked = 0
        while not self.over.wait(PAUSE):
            asked += 1
            answer = self.visitor.get(f"/api/search/?q=titolo+{self.number}x{asked}&lang=it")
            self.answers.append((time.monotonic(), answer))

    def gap(self, since: float, until: float) -> float:
        """The longest time between two answers of 200, without the pause."""
        good = [moment for moment, answer in self.answers if answer.status == 200]
        moments = [since, *(moment for moment in good if since < moment < until)]
        pairs = zip(moments, [*moments[1:], min(until, good[-1] if good else until)], strict=True)
        return max(later - earlier - PAUSE for earlier, later in pairs)


def trial(seed: int, say: Callable[[str], None] = print) -> list[Figure]:
    scratch = tempfile.TemporaryDirectory(prefix="cluster-", ignore_cleanup_errors=True)
    with scratch as name, town(Path(name), True, three_nodes) as place:
        cluster, over, deeds = place.services["Elasticsearch"], threading.Event(), Deeds()
        dice, pages = random.Random(seed), list(place.articles)
        editors = [
            Publisher(place, deeds, over, dice.randrange(10**9), pages=pages[number::PUBLISHERS])
            for number in range(PUBLISHERS)
        ]
        searchers = [Searcher(place.port, number, over) for number in range(SEARCHERS)]
        for each in (*editors, *searchers):
            each.start()
        began = time.monotonic()
        time.sleep(AWAY)
        usual = _gap(searchers, began)
        say(f"With all nodes: longest gap {usual:.1f} s.")
        if usual > MAX_GAP / 2:
            say("The machine is busy with other things: the longest gap says little of the cluster.")
        prefix = place.site.environment["ELASTICSEARCH_PREFIX"]
        gaps = [_without(cluster, choose, searchers, say) for choose in _victims(cluster, prefix)]
        over.set()
        for each in (*editors, *searchers):
            each.join(END_SECONDS)
        return [*_of_searches(place, searchers, gaps, say), *_of_deeds(place, deeds, say)]


def _victims(cluster: Cluster, prefix: str) -> list[Callable[[], str]]:
    gone = []

    def once(name: str) -> str:
        name = name if name not in gone else next(each for each in cluster.nodes if each not in gone)
        gone.append(name)
        return name

    last = next(iter(cluster.nodes))
    return [
        lambda: once(cluster.master()),
        lambda: once(cluster.with_primary(f"{prefix}_it_*")),
        lambda: once(last),
    ]


def _without(cluster: Cluster, choose: Callable[[], str], searchers: list[Searcher], say) -> float:
    """The longest gap while a node is killed, away, and coming back."""
    name = choose()
    kind = "master" if name == cluster.master() else "not master"
    began = time.monotonic()
    cluster.nodes[name].kill()
    time.sleep(AWAY)
    cluster.nodes[name].start()
    cluster.wait()
    gap = _gap(searchers, began)
    say(f"{name} ({kind}) was away for {time.monotonic() - began:.0f} s: longest gap {gap:.1f} s.")
    return gap


def _gap(searchers: list[Searcher], began: float) -> float:
    return max(each.gap(began, time.monotonic()) for each in searchers)


def _of_searches(place: Town, searchers: list[Searcher], gaps: list[float], say) -> list[Figure]:
    answers = [answer for each in searchers for _moment, answer in each.answers]
    refused = [answer.status for answer in answers if answer.status != 200]
    times = sorted(answer.seconds for answer in answers)
    say(
        f"{len(answers)} searches, 19 of 20 within {times[int(len(times) * 0.95)] * 1000:.0f} ms; "
        f"refused: {len(refused)} {sorted(set(refused))}."
    )
    told = re.findall(r"(?:Asking|Writing|Elasticsearch) .*", place.site.log.read_text())
    for line, number in Counter(told).most_common(10):
        say(f"{number} times in the log: {line[:300]}")
    return [
        Figure(PART, "searches refused", len(refused), 0),
        Figure(PART, "longest time without an answer", round(max(gaps), 1), MAX_GAP, "s"),
    ]


def _of_deeds(place: Town, deeds: Deeds, say) -> list[Figure]:
    found = place.count()
    last = {str(page): titles[-1][1] for page, titles in deeds.titles.items()}
    lost = [title for page, title in last.items() if found["live"][page] != title]
    place.site.manage("sync_search")
    checked = place.site.manage("sync_search", "--check")
    say(f"{sum(map(len, deeds.titles.values()))} publications. {checked.stdout.strip()}")
    for told in deeds.trouble:
        say(told)
    return [
        Figure(PART, "publications lost", len(lost), 0),
        Figure(PART, "differences of the search index", checked.returncode, 0),
        Figure(PART, "editors who met something else than 503", len(deeds.trouble), 0),
    ]


def main() -> int:
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(10**6))
    print(f"SEED={seed}", flush=True)
    figures = trial(seed, lambda text: print(text, flush=True))
    print(table(figures))
    return int(not all(figure.holds for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
