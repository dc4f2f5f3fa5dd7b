"""The kills, what editors and readers see meanwhile, and what is there afterwards."""

import os
import random
import signal
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.services.stress.figures import Figure
from tests.services.stress.visitor import OTHER, Reader, Visitor
from tests.services.web import wait_until

from .editors import BROKEN, Deeds, Editor, Importer, Publisher
from .town import Town, town

PART = "kills"
KILLS, RESTARTS = 30, 3
PUBLISHERS, IMPORTERS = 2, 2
PAUSES = (0.5, 5.0)  # seconds between two kills
OUTAGES = (0.2, 3.0)
ANSWER_SECONDS = 120.0
STALE_AFTER = 5.0
# Tasks of a killed worker are taken up after a minute.
END_SECONDS = 300.0
PAGES = ("/it/", "/it/notizie/", "/it/notizie/articolo-0/")


@dataclass(frozen=True)
class Size:
    """How much is killed. Without ``services`` it is a site on SQLite with the search of its own."""

    kills: int = KILLS
    restarts: int = RESTARTS
    services: bool = True
    importers: int = IMPORTERS


def trial(seed: int, say: Callable[[str], None] = print, size: Size = Size()) -> list[Figure]:
    scratch = tempfile.TemporaryDirectory(prefix="kills-", ignore_cleanup_errors=True)
    with scratch as name, town(Path(name), size.services) as place:
        say("The site runs; the kills begin.")
        return _Trial(place, random.Random(seed), size, say).figures()


class _Trial:
    def __init__(self, place: Town, dice: random.Random, size: Size, say: Callable[[str], None]):
        self.place, self.dice, self.size, self.say = place, dice, size, say
        self.deeds, self.over = Deeds(), threading.Event()
        self.first_server = place.servers()
        self.editors = self._editors()
        self.readers = [Reader(Visitor(place.port, OTHER), PAGES) for _ in range(2)]
        self.freshness = Freshness(place, self.deeds, self.over)

    def _editors(self) -> list[Editor]:
        known, pages = (self.place, self.deeds, self.over), list(self.place.articles)
        publishers = [
            Publisher(*known, self.dice.randrange(10**9), pages=pages[number::PUBLISHERS])
            for number in range(PUBLISHERS)
        ]
        importers = [
            Importer(*known, self.dice.randrange(10**9), name=f"file{number}")
            for number in range(self.size.importers)
        ]
        return [*publishers, *importers]

    def figures(self) -> list[Figure]:
        busy = [*self.editors, *self.readers, self.freshness]
        for each in busy:
            each.start()
        try:
            self._kill()
        finally:
            self.over.set()
        self.say("The kills are over; what is under way comes to its end.")
        for editor in self.editors:
            editor.join(END_SECONDS)
        self.freshness.join(END_SECONDS)
        answers = [answer for reader in self.readers for answer in reader.stop()]
        wait_until(self._is_done, END_SECONDS)
        return [*self._of_deeds(), *self._of_answers(answers), *self._of_search()]

    def _kill(self) -> None:
        restarts = [name for name in self.place.services for _ in range(self.size.restarts)]
        self.dice.shuffle(restarts)
        moments = dict(zip(self.dice.sample(range(self.size.kills), len(restarts)), restarts, strict=True))
        for number in range(self.size.kills):
            time.sleep(self.dice.uniform(*PAUSES))
            # A busy machine may take longer to load the site than the pauses are.
            wait_until(self._is_answered, ANSWER_SECONDS)
            if number in moments:
                service = self.place.services[moments[number]]
                service.kill()
                time.sleep(self.dice.uniform(*OUTAGES))
                service.start()
            # Two in three are web processes. The last of them was begun last: it may still be loading.
            if victims := (self.place.web_processes() if self.dice.random() < 0.67 else self.place.workers()):
                with suppress(ProcessLookupError):
                    os.kill(self.dice.choice([*victims, max(victims)]), signal.SIGKILL)

    def _is_answered(self) -> bool:
        return Visitor(self.place.port).get("/health/live").status == 200

    def _is_done(self) -> bool:
        moving = set(self.place.count()["imports"]) - {"done", "failed", "previewed"}
        return not moving or time.sleep(2)

    def _of_deeds(self) -> list[Figure]:
        found, deeds = self.place.count(), self.deeds
        titles = [title for each in deeds.titles.values() for _moment, title in each]
        lost = [title for title in titles if not found["published"].get(title)]
        last = {str(page): each[-1][1] for page, each in deeds.titles.items()}
        lost += [title for page, title in last.items() if found["live"][page] != title]
        doubled = [title for title in titles if found["published"].get(title, 0) > 1]
        missing = set(deeds.calls) - set(found["calls"])
        twice = [title for title, number in found["sheets"].items() if number > 1]
        self.say(f"{len(titles)} publications, {len(deeds.calls)} calls imported, {found['imports']}.")
        for name, each in (("lost", lost), ("doubled", doubled), ("missing", missing), ("twice", twice)):
            if each:
                self.say(f"{name}: {sorted(each)[:10]}")
        for told in (*deeds.trouble, *self.freshness.stale):
            self.say(told)
        return [
            Figure(PART, "publications lost", len(lost), 0),
            Figure(PART, "publications doubled", len(doubled), 0),
            Figure(PART, "calls of confirmed imports lost", len(missing), 0),
            Figure(PART, "calls imported twice", len(twice), 0),
            Figure(PART, "editors who met something else than 503", len(deeds.trouble), 0),
            Figure(PART, f"pages older than {STALE_AFTER:g} s", len(self.freshness.stale), 0),
        ]

    def _of_answers(self, answers) -> list[Figure]:
        statuses = [answer.status for answer in answers]
        unsaid = sum(answer.status == 503 and "retry-after" not in answer.headers for answer in answers)
        server_ended = self.place.servers() != self.first_server
        self.say(f"Readers: answers by status: {dict(Counter(statuses))}.")
        return [
            Figure(PART, "answers of 500 to readers", statuses.count(500), 0),
            Figure(PART, "503 without Retry-After", unsaid, 0),
            Figure(PART, "pages that readers got no answer to", sum(each in BROKEN for each in statuses), 0),
            Figure(PART, "times that the web server ended as a whole", int(server_ended), 0),
        ]

    def _of_search(self) -> list[Figure]:
        self.place.site.manage("sync_search")
        checked = self.place.site.manage("sync_search", "--check")
        if checked.returncode:
            self.say((checked.stdout + checked.stderr)[-2000:])
        return [Figure(PART, "differences of the search index", checked.returncode, 0)]


class Freshness(threading.Thread):
    """Looks at each page five seconds after it was published: does any process still show an older one?"""

    def __init__(self, place: Town, deeds: Deeds, over: threading.Event):
        super().__init__(daemon=True)
        self.place, self.deeds, self.over = place, deeds, over
        self.visitor, self.stale = Visitor(place.port, OTHER), []
        self._seen: dict[int, int] = {}

    def run(self) -> None:
        while not (self.over.is_set() and self._all_seen()):
            for page, titles in list(self.deeds.titles.items()):
                self._look(page, list(titles))
            time.sleep(0.2)

    def _all_seen(self) -> bool:
        return all(self._seen.get(page) == len(titles) for page, titles in self.deeds.titles.items())

    def _look(self, page: int, titles: list[tuple[float, str]]) -> None:
        due = sum(moment + STALE_AFTER <= time.monotonic() for moment, _title in titles)
        if due <= self._seen.get(page, 0):
            return
        answers = [self.visitor.get(self.place.articles[page]) for _ in range(4)]
        if any(answer.status != 200 for answer in answers):
            return  # The site is away for a moment, and is asked again.
        older = [title for _moment, title in titles[: due - 1]]
        for answer in answers:
            if any(f"{title}<" in answer.text for title in older) or "Prima" in answer.text:
                self.stale.append(f"{self.place.articles[page]} is older than {titles[due - 1][1]}.")
                break
        self._seen[page] = due
