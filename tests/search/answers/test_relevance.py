"""How well the demonstration content answers what people ask: judged beforehand, by hand, for each engine.

``judgements/<language>.yaml`` holds the questions. nDCG compares the first ten with the best order possible;
a success is a page that is just what was meant among the first three.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from search import service
from search.query import SearchQuery

from .conftest import LANGUAGES

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
FOLDER = Path(__file__).parent / "judgements"


@dataclass(frozen=True)
class Judged:
    """A question and the grades of the pages that answer it."""

    language: str
    ask: str
    good: dict[str, int]


JUDGED = [
    Judged(language, **entry)
    for language in LANGUAGES
    for entry in yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
]


# The short form asks every third question of Elasticsearch.
STEPS = [pytest.param(3, id="third"), pytest.param(1, marks=pytest.mark.long, id="all")]


def asking(engine, monkeypatch, blocker) -> Callable[[Judged], list[str]]:
    def ask(judged: Judged) -> list[str]:
        monkeypatch.setattr(service, "get_engine", lambda: engine)
        with blocker.unblock():
            results = service.ask(SearchQuery(judged.language, judged.ask, now=NOW))
        return [hit.url.rstrip("/").rpartition("/")[2] for hit in results.hits]

    return ask


def gain(grades: list[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:10]))


def ndcg(found: list[str], good: dict[str, int]) -> float:
    best = gain(sorted(good.values(), reverse=True))
    return gain([good.get(slug, 0) for slug in found]) / best


def succeeds(found: list[str], good: dict[str, int]) -> bool:
    most = max(good.values())
    return any(good.get(slug) == most for slug in found[:3])


def test_there_are_enough_judged_questions_in_each_language():
    assert len(JUDGED) >= 60
    assert all(sum(judged.language == language for judged in JUDGED) >= 30 for language in LANGUAGES)


def test_what_people_ask_tantivy_is_answered_well(tantivy_content, monkeypatch, django_db_blocker):
    ask = asking(tantivy_content, monkeypatch, django_db_blocker)
    answered_well(ask, JUDGED, successes=1, least=0.98)


@pytest.mark.service
@pytest.mark.parametrize("step", STEPS)
def test_what_people_ask_elasticsearch_is_answered_well(
    elasticsearch_content, monkeypatch, django_db_blocker, step
):
    ask = asking(elasticsearch_content, monkeypatch, django_db_blocker)
    # Of fewer questions each weighs more.
    answered_well(ask, JUDGED[::step], successes=0.95 if step == 1 else 0.9)


def answered_well(
    answer: Callable[[Judged], list[str]], questions: list[Judged], successes: float, least: float = 0.9
) -> None:
    """``least`` is the mean nDCG, ``successes`` the share of questions."""
    found = {(judged.language, judged.ask): answer(judged) for judged in questions}
    good = {(judged.language, judged.ask): judged.good for judged in questions}
    scores = {ask: ndcg(found[ask], grades) for ask, grades in good.items()}
    missed = [ask for ask, grades in good.items() if not succeeds(found[ask], grades)]
    worst = sorted(scores.items(), key=lambda one: one[1])[:10]
    told = "\n".join(f"{score:.2f}  {ask}: {found[ask][:4]}" for ask, score in worst)
    assert sum(scores.values()) / len(scores) >= least, told
    assert 1 - len(missed) / len(questions) >= successes, missed


@pytest.mark.service
@pytest.mark.parametrize("step", STEPS)
def test_the_engines_agree_on_the_first_three(
    tantivy_content, elasticsearch_content, monkeypatch, django_db_blocker, step
):
    ask = asking(tantivy_content, monkeypatch, django_db_blocker)
    ask_other = asking(elasticsearch_content, monkeypatch, django_db_blocker)
    firsts = [(ask(judged)[:3], ask_other(judged)[:3]) for judged in JUDGED[::step]]
    shared = [len({*one} & {*other}) / max(1, len(one)) for one, other in firsts]
    assert sum(shared) / len(shared) >= 0.9
