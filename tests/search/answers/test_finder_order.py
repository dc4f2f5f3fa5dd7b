"""How well the finder puts calls in order, for the judged questions.

Those of ``judgements/<language>.yaml`` as far as calls answer them, and those of ``finder_<language>.yaml``
with what people say for filters. ``pytest -s -k measure tests/search/answers/test_finder_order.py`` prints a
line for each question: the nDCG, how many calls there are, what was heard as a filter, what was left.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
import yaml
from wagtail.models import Locale

import funding.catalogue.finder.finder
import funding.catalogue.finder.looser_search
import funding.catalogue.finder.resolved_query
from funding.catalogue.finder.finder import find
from funding.catalogue.finder.word_filters import filter_label
from funding.models import FundingSheetPage
from search import service

from .conftest import LANGUAGES
from .test_relevance import FOLDER, JUDGED, NOW, ndcg, succeeds

ASKING = (
    funding.catalogue.finder.finder,
    funding.catalogue.finder.looser_search,
    funding.catalogue.finder.resolved_query,
    service,
)
RELEVANCE = ("sort", "relevance")
LATER = datetime(2026, 11, 29, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Asked:
    """A question to the finder and the grades of the calls that answer it; ``kept`` from those who write the
    tables of words."""

    language: str
    ask: str
    good: dict[str, int]
    kind: str = ""
    kept: bool = False
    more: tuple = ()
    now: datetime = LATER


@dataclass
class Measured:
    """``lines`` tell of each question, ``scores`` are the nDCG of those of a kind, ``missed`` are questions
    without what was meant among the first three."""

    lines: list[str] = field(default_factory=list)
    scores: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    missed: list[str] = field(default_factory=list)

    @property
    def ndcg(self) -> float:
        scores = [score for scores in self.scores.values() for score in scores]
        return sum(scores) / len(scores)

    def tell(self) -> None:
        print(*self.lines, sep="\n")
        for kind, scores in self.scores.items():
            print(f"{kind or 'all':12} {len(scores):3} {sum(scores) / len(scores):.3f}")
        print(f"nDCG@10 {self.ndcg:.3f}, success@3 {1 - len(self.missed) / len(self.lines):.3f}")


WORDED = [
    Asked(language, **entry)
    for language in LANGUAGES
    for entry in yaml.safe_load((FOLDER / f"finder_{language}.yaml").read_text(encoding="utf-8"))
]


def about_calls() -> list[Asked]:
    """The questions to the whole site that calls answer, with the grades of calls; closed calls are meant."""
    live = FundingSheetPage.objects.live()
    found = []
    for language in LANGUAGES:
        slugs = set(live.filter(locale__language_code=language).values_list("slug", flat=True))
        for one in JUDGED:
            good = {slug: grade for slug, grade in one.good.items() if slug in slugs}
            if good and one.language == language:
                found.append(Asked(language, one.ask, good, more=(("status", "any"),), now=NOW))
    return found


def measured(engine, monkeypatch, questions: list[Asked]) -> Measured:
    for module in ASKING:
        monkeypatch.setattr(module, "get_engine", lambda: engine)
    locales = {language: Locale.objects.get(language_code=language) for language in LANGUAGES}
    result = Measured()
    for one in questions:
        answer = find([("q", one.ask), RELEVANCE, *one.more], locales[one.language], one.now)
        found = [sheet.slug for sheet in answer.sheets]
        score = ndcg(found, one.good)
        result.scores[one.kind].append(score)
        if not succeeds(found, one.good):
            result.missed.append(one.ask)
        heard = " · ".join(map(filter_label, answer.parameters.reading.filters))
        line = f"{score:.2f} {answer.results.total:3} {one.ask!r} [{heard}] {answer.parameters.meant.words!r}"
        result.lines.append(f"{line} {found[:5] if score < 0.95 else ''}")
    return result


def test_measure_of_the_finders_order(tantivy_content, monkeypatch, django_db_blocker):
    with django_db_blocker.unblock():
        result = measured(tantivy_content, monkeypatch, about_calls())
    result.tell()
    assert result.ndcg >= 0.98
    assert not result.missed


@pytest.mark.parametrize("kept", [False, True])
def test_measure_of_what_people_say_for_filters(tantivy_content, monkeypatch, django_db_blocker, kept):
    with django_db_blocker.unblock():
        result = measured(tantivy_content, monkeypatch, [one for one in WORDED if one.kept is kept])
    result.tell()
    assert result.ndcg >= 0.9
    assert len(result.missed) <= 0.05 * len(result.lines), result.missed


@pytest.mark.service
@pytest.mark.long
def test_measure_of_elasticsearch(elasticsearch_content, monkeypatch, django_db_blocker):
    with django_db_blocker.unblock():
        questions = [*about_calls(), *(one for one in WORDED if not one.kept)]
        result = measured(elasticsearch_content, monkeypatch, questions)
    result.tell()
    assert result.ndcg >= 0.95, result.lines
