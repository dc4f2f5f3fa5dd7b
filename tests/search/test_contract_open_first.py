"""What can still be applied for comes before what cannot, of calls that match about as well; the finder and
the search of the whole site say the same."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
import time_machine
from django.http import QueryDict

from funding.catalogue.facets import ANY
from funding.catalogue.finder import resolved_query
from funding.catalogue.finder.parameters import FinderParameters
from search import service
from search.question import Question
from tests.factories.search import document

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)
WORDS = "musei seta"
# How a call is about the words, from the best match to the poorest.
WAYS = {
    "title": {"title": "Musei della seta"},
    "long title": {"title": "Contributi ai comuni per musei della seta e altri luoghi di lavoro"},
    "summary": {"summary": "Per musei della seta e altri luoghi di lavoro."},
    "facts": {"facts": "Comuni\nContributo\nMusei della seta"},
    "body": {"body": "Sono ammessi i musei della seta. " + "Altro testo. " * 20},
}
# Other calls have texts of the usual length, so that a match in each field weighs what it does on a site.
ELSEWHERE = {
    "title": "Contributi ai comuni per luoghi di lavoro e altri spazi",
    "summary": "Per comuni che aprono luoghi di lavoro.",
    "facts": "Comuni\nContributo\nLavoro",
    "body": "Sono ammessi i comuni. " + "Altro testo. " * 20,
}
CLOSED = {
    "closed": {"moments": {"opens": NOW - 90 * DAY, "closes": NOW - DAY}},
    "closed early": {
        "moments": {"opens": NOW - 90 * DAY, "closes": NOW + 30 * DAY, "closed_early_at": NOW - DAY}
    },
    "suspended": {"moments": {"opens": NOW - 90 * DAY, "closes": NOW + DAY}, "flags": {"suspended": True}},
}
OPEN = {
    "open": {"moments": {"opens": NOW - DAY, "closes": NOW + 30 * DAY}},
    "no deadline": {"moments": {"opens": NOW - DAY}},
    "forthcoming": {"moments": {"opens": NOW + DAY, "closes": NOW + 30 * DAY}},
}


def call(number: int, way: str, dates: dict):
    return document(page_id=number, type="funding", **(ELSEWHERE | WAYS[way]), **dates)


@pytest.fixture(autouse=True)
def site(engine, fill, monkeypatch):
    """Calls and other pages; the engine is the site's own."""
    for module in (service, resolved_query):
        monkeypatch.setattr(module, "get_engine", lambda: engine)
    fill(*(document(page_id=900 + number, type="funding", **ELSEWHERE) for number in range(20)))
    with time_machine.travel(NOW, tick=False):
        yield


def searched(words: str, **parameters) -> list[int]:
    """What the search page shows."""
    data = QueryDict(mutable=True)
    data.update({"q": words, **parameters})
    return [hit.page_id for hit in service.ask(Question(data, "it").query).hits]


@pytest.fixture
def found(engine):
    """What the finder shows, by relevance."""

    def ask(words: str, status: str = ANY) -> list[int]:
        parameters = FinderParameters(words=words, filters={"status": (status,)}, sort="relevance")
        return [hit.page_id for hit in engine.search(resolved_query.build_query(parameters, "it", NOW)).hits]

    return ask


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("words", [WORDS, "musei", "musei seta introvabile"])
def test_of_calls_that_match_alike_the_closed_ones_come_last(fill, found, way, words):
    dates = [*CLOSED.values(), *OPEN.values()]
    fill(*(call(number, way, one) for number, one in enumerate(dates, 1)))
    order = searched(words)
    assert set(order[: len(OPEN)]) == {4, 5, 6}
    assert set(order[len(OPEN) :]) == {1, 2, 3}
    assert order == searched(words, type="funding") == found(words)


@pytest.mark.parametrize(("better", "poorer"), list(zip(list(WAYS)[:-1], list(WAYS)[1:], strict=True)))
def test_a_slightly_better_match_does_not_put_a_closed_call_first(fill, found, better, poorer):
    pairs = list(product(CLOSED.values(), OPEN.values()))
    for closed, opened in pairs:
        fill(call(1, better, closed), call(2, poorer, opened))
        assert searched(WORDS) == found(WORDS) == [2, 1], (closed, opened)


def test_a_much_better_match_is_still_found_first(fill, found):
    fill(call(1, "title", CLOSED["closed"]), call(2, "body", OPEN["open"]))
    assert searched(WORDS) == found(WORDS) == [1, 2]


def test_finder_and_site_search_put_many_calls_into_one_order(fill, found):
    kinds = list(product(WAYS, [*CLOSED.values(), *OPEN.values()]))
    fill(*(call(number, way, dates) for number, (way, dates) in enumerate(kinds, 1)))
    for words in (WORDS, "musei", "seta introvabile"):
        assert len(searched(words)) == 10
        assert searched(words) == found(words)[:10]
