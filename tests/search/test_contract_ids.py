"""What every engine owes to exports: all pages that answer, in order, whatever happens meanwhile."""

from datetime import UTC, datetime, timedelta

import pytest

from search.engines.base import EngineUnavailable
from search.query import SearchQuery, Sort
from tests.factories.search import document

NOW = datetime(2025, 5, 1, 12, tzinfo=UTC)
MANY = 1_203  # more than two batches of any engine


@pytest.fixture
def ids(engine):
    return lambda words="", **more: list(engine.ids(SearchQuery("it", words, now=NOW, **more)))


def by_pages(engine, words, **more) -> list[int]:
    """What the pages of a list show, one after another."""
    query = dict(now=NOW, per=50, **more)
    pages = engine.search(SearchQuery("it", words, **query)).pages
    found = (engine.search(SearchQuery("it", words, page=page + 1, **query)) for page in range(pages))
    return [hit.page_id for results in found for hit in results.hits]


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("words", ["", "museo"])
def test_all_pages_come_once_in_the_order_of_the_list(engine, fill, ids, sort, words):
    fill(
        *(
            document(
                "Museo" if number % 3 else "Teatro e museo",
                page_id=number,
                day=(NOW - timedelta(days=number % 7)).date(),
                moments={"closes": NOW + timedelta(days=number % 40 - 20)},
                flags={"suspended": number % 11 == 0},
                facets={"topic": (str(number % 2),)},
            )
            for number in range(1, 300)
        )
    )
    found = ids(words, sort=sort, filters={"topic": ("1",)})
    assert len(found) == 150
    assert found == by_pages(engine, words, sort=sort, filters={"topic": ("1",)})


@pytest.mark.parametrize("sort", [Sort.TITLE, Sort.DEADLINE, Sort.RELEVANCE])
def test_there_may_be_many(fill, ids, sort):
    fill(*(document("Museo", page_id=number) for number in range(1, MANY + 1)))
    assert ids("museo", sort=sort, page=3, per=10) == list(range(1, MANY + 1))


def test_there_may_be_none(ids):
    assert ids() == []
    assert ids("museo") == []


def test_what_changes_meanwhile_neither_repeats_nor_hides_a_page(engine, fill, ids):
    fill(*(document(f"Museo {number:05}", page_id=number) for number in range(1, MANY + 1)))
    found = engine.ids(SearchQuery("it", "", sort=Sort.TITLE))
    first = [next(found) for _ in range(10)]
    with engine.changes("it") as changes:
        changes.remove(range(1, 600))
        changes.put(document(f"Abaco {number}", page_id=number) for number in range(5_000, 5_050))
    assert first + list(found) == list(range(1, MANY + 1))


def test_an_engine_that_cannot_answer_says_so_before_the_first(engine):
    with pytest.raises(EngineUnavailable):
        engine.ids(SearchQuery("en", "museum"))
