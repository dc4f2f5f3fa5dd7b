"""A hundred thousand search documents without pages: news and funding sheets, as a large site has them."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate

from cms.searchable import SearchDocument

from .many_pages import SYLLABLES, WORDS

TODAY = date(2026, 3, 2)
NOW = datetime.combine(TODAY, time(9), UTC)
REGIONS = [f"IT{letter}{number}" for letter in "CFGHI" for number in range(1, 5)]
CODES = {
    "beneficiary": 16,
    "size": 5,
    "sector": 21,
    "purpose": 13,
    "aid": 6,
    "cost": 7,
    "territory": 6,
    "mission": 7,
    "component": 16,
    "measure": 60,
    "grantor": 300,
    "topic": 14,
}
FACETS = ("type", "topic", "year")


def documents(number: int, language: str = "it") -> Iterator[SearchDocument]:
    """Always the same ones; nine in ten speak of cooperation, one in five is a funding sheet."""
    dice = random.Random(1)
    rare = ["".join(dice.choices(SYLLABLES, k=3)) for _ in range(30_000)]
    vocabulary = WORDS + rare
    # As in real text without its articles and prepositions: the commonest word is in one page of four.
    weights = [1 / rank for rank in range(100, len(vocabulary) + 100)]
    totals = list(accumulate(weights))
    for page_id in range(1, number + 1):
        words = dice.choices(vocabulary, cum_weights=totals, k=160)
        if dice.random() < 0.9:
            words[dice.randrange(20, 160)] = "cooperazione"
        yield _document(page_id, words, dice, language)


def _document(page_id: int, words: list[str], dice: random.Random, language: str) -> SearchDocument:
    funding = dice.random() < 0.2
    names = CODES if funding else ("topic",)
    facets = {name: _some(dice, name) for name in names}
    moments = {}
    if funding:
        facets["region"] = tuple(dice.sample(REGIONS, 2))
        closes = datetime.combine(TODAY + timedelta(days=dice.randrange(-900, 200)), time(12), UTC)
        moments = {"opens": closes - timedelta(days=60), "closes": closes}
    return SearchDocument(
        page_id=page_id,
        language=language,
        type="funding" if funding else dice.choice(("news", "event", "project", "story")),
        title=" ".join(words[:6]).capitalize(),
        url=f"/{language}/{page_id}/",
        summary=" ".join(words[6:20]),
        facts=" ".join(words[20:30]) if funding else "",
        body=" ".join(words[30:]),
        day=date(2020, 1, 1) + timedelta(days=dice.randrange(2250)),
        facets=facets,
        moments=moments,
        flags={"suspended": False, "results_pending": False} if funding else {},
    )


def _some(dice: random.Random, name: str) -> tuple[str, ...]:
    return tuple({f"{name}-{dice.randrange(CODES[name])}" for _ in range(2)})
