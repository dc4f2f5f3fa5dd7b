"""Numbers in memory, until they are written. Bounded: what is too much is not counted."""

import os
import threading
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

# Different words, and different results opened, that wait to be written.
MAX_ENTRIES = 2000

Words = tuple[date, str, str]  # day in Rome, language, words
Opened = tuple[date, str, str, int]  # and the position


@dataclass
class Numbers:
    """What has been counted since the last writing."""

    searches: Counter[Words] = field(default_factory=Counter)
    without_results: Counter[Words] = field(default_factory=Counter)
    clicks: Counter[Opened] = field(default_factory=Counter)

    def __bool__(self):
        return bool(self.searches or self.clicks)


class SearchCounter:
    """Adds up. Safe between threads."""

    def __init__(self):
        self._lock = threading.Lock()
        self._numbers = Numbers()

    def search(self, language: str, words: str, found: bool) -> None:
        """One search for words that may be kept."""
        key = (timezone.localdate(), language, words)
        with self._lock:
            if self._has_room(self._numbers.searches, key):
                self._numbers.searches[key] += 1
                if not found:
                    self._numbers.without_results[key] += 1

    def click(self, language: str, words: str, position: int) -> None:
        """One opened result. ``position`` counts from 1 over all pages of the answer."""
        key = (timezone.localdate(), language, words, position)
        with self._lock:
            if self._has_room(self._numbers.clicks, key):
                self._numbers.clicks[key] += 1

    def take(self) -> Numbers:
        """All numbers, which are then no longer here."""
        with self._lock:
            taken, self._numbers = self._numbers, Numbers()
        return taken

    def give_back(self, numbers: Numbers) -> None:
        """Numbers that could not be written; those that came meanwhile stay."""
        with self._lock:
            for name, counted in vars(numbers).items():
                kept = getattr(self._numbers, name)
                for key, count in counted.items():
                    if self._has_room(kept, key):
                        kept[key] += count

    @staticmethod
    def _has_room(counted: Counter, key: tuple) -> bool:
        return key in counted or len(counted) < MAX_ENTRIES


tally = SearchCounter()
# A forked process counts for itself: its parent's numbers are the parent's to write.
os.register_at_fork(after_in_child=tally.__init__)
