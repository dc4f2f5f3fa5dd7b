"""Whatever is typed, both engines answer it alike, and it costs no more than some ordinary questions do."""

import time
from collections.abc import Callable
from itertools import cycle, islice

import pytest

from search.language.spelling import MAX_WORDS, doubtful
from search.language.words import MAX_CLAUSES, MAX_LENGTH, ParsedWords
from search.query import SearchQuery, SearchResults
from search.understanding import MAX_TOGETHER, expand
from tests.factories.search import document
from tests.search.hostile import HOSTILE

pytestmark = pytest.mark.django_db

WORDS = (
    "museo",
    "arte",
    "seta",
    "università",
    "bando",
    "cooperativa",
    "teatro",
    "archivio",
    "musica",
    "borgo",
)
ORDINARY = "bando museo arte"
# The most that any string may cost, in ordinary questions. With 100,000 pages one of these takes some 4 ms.
DEAREST = 60


def pages():
    """Each with other words in another order."""
    for number in range(300):
        words = list(islice(cycle(WORDS), number % 7, number % 7 + 4 + number % 5))
        yield document(
            " ".join(words[:3]), page_id=number + 1, type="news", body=" ".join(words) * (1 + number % 3)
        )


def asked(text: str) -> SearchQuery:
    return SearchQuery("it", text, expanded=expand(text, "it"), facets=("type", "topic", "year"))


def needs(words: ParsedWords) -> list[str]:
    """Everything that an engine is asked to look for."""
    return [reading.text for clause in words.clauses for reading in clause.readings]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:24]))
def test_what_an_engine_is_asked_for_is_bounded(text):
    words = expand(text, "it")
    assert len(words.clauses) <= MAX_CLAUSES
    assert len(needs(words)) <= MAX_CLAUSES + MAX_TOGETHER
    assert sum(len(clause.words) for clause in words.clauses) <= MAX_LENGTH
    assert len(doubtful(words)[1]) <= MAX_WORDS


def test_the_answer_is_of_the_same_kind(fill, engine):
    fill(document("Museo <b>& arte", page_id=1, body="un testo <script>"))
    for text in HOSTILE:
        results = engine.search(asked(text))
        assert isinstance(results, SearchResults), ascii(text)
        assert results.total == len(results.hits) in (0, 1), ascii(text)
        assert set(results.facets) == {"type", "topic", "year"}, ascii(text)
        for hit in results.hits:
            assert "<b>" not in hit.highlight and "<script" not in hit.highlight, ascii(text)


@pytest.mark.service
def test_both_engines_find_the_same(elasticsearch_engine, tmp_path):
    from search.engines.tantivy import TantivyEngine

    engines = TantivyEngine(tmp_path), elasticsearch_engine
    for engine in engines:
        with engine.rebuild("it") as changes:
            changes.put(pages())

    def found(engine, text):
        results = engine.search(asked(text))
        return results.total, results.relaxed, results.facets

    differing = [ascii(text[:40]) for text in HOSTILE if len({str(found(one, text)) for one in engines}) > 1]
    assert differing == []


def test_no_string_costs_much_more_than_ordinary_words_do(engine):
    with engine.rebuild("it") as changes:
        changes.put(pages())
    ordinary = least(lambda: engine.search(asked(ORDINARY)))

    def dear(texts) -> list[str]:
        return [
            text for text in texts if least(lambda text=text: engine.search(asked(text))) > DEAREST * ordinary
        ]

    # What was dear once may have met something else that the machine did.
    assert [ascii(text[:40]) for text in dear(dear(dear(HOSTILE)))] == []


def least(ask: Callable, runs: int = 3) -> float:
    """The shortest of some times: what else the machine does can only lengthen one."""

    def seconds() -> float:
        began = time.perf_counter()
        ask()
        return time.perf_counter() - began

    return min(seconds() for _ in range(runs))
