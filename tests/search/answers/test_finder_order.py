"""How well the finder puts calls in order for the judged questions, as far as calls answer them.

``pytest -s -k measure tests/search/answers/test_finder_order.py`` prints a line for each question: what was
heard as a filter, the nDCG, how many calls there are.
"""

import pytest
from wagtail.models import Locale

import funding.catalogue.finder.finder
import funding.catalogue.finder.looser
import funding.catalogue.finder.resolved_query
from funding.catalogue.finder.finder import find
from funding.catalogue.finder.heard import filter_label
from funding.models import FundingSheetPage
from search import service

from .conftest import LANGUAGES
from .test_relevance import JUDGED, NOW, Judged, ndcg, succeeds

ASKING = (funding.catalogue.finder.finder, funding.catalogue.finder.looser, service)
ASKING += (funding.catalogue.finder.resolved_query,)


def sheets() -> dict[str, set[str]]:
    live = FundingSheetPage.objects.live()
    return {
        language: set(live.filter(locale__language_code=language).values_list("slug", flat=True))
        for language in LANGUAGES
    }


def about_calls(judged: list[Judged]) -> list[Judged]:
    """The questions that calls answer, with the grades of calls."""
    found, slugs = [], sheets()
    for one in judged:
        good = {slug: grade for slug, grade in one.good.items() if slug in slugs[one.language]}
        found += [Judged(one.language, one.ask, good)] if good else []
    return found


def measured(engine, monkeypatch, blocker, judged: list[Judged] = JUDGED) -> tuple[float, float, list[str]]:
    """Mean nDCG, share of successes, and a line for each question."""
    for module in ASKING:
        monkeypatch.setattr(module, "get_engine", lambda: engine)
    scores, successes, lines = [], [], []
    with blocker.unblock():
        locales = {language: Locale.objects.get(language_code=language) for language in LANGUAGES}
        for one in about_calls(judged):
            pairs = [("q", one.ask), ("status", "any"), ("sort", "relevance")]
            result = find(pairs, locales[one.language], NOW)
            found = [sheet.slug for sheet in result.sheets]
            scores.append(ndcg(found, one.good))
            successes.append(succeeds(found, one.good))
            heard = " · ".join(filter_label(heard) for heard in result.parameters.reading.filters)
            rest = result.parameters.meant.words if heard else ""
            lines.append(
                f"{scores[-1]:.2f} {result.results.total:3} {one.ask!r} [{heard}] {rest!r} "
                f"{found[:4] if scores[-1] < 0.95 else ''}"
            )
    return sum(scores) / len(scores), sum(successes) / len(successes), lines


def test_measure_of_the_finders_order(tantivy_content, monkeypatch, django_db_blocker):
    score, success, lines = measured(tantivy_content, monkeypatch, django_db_blocker)
    print(*lines, f"nDCG@10 {score:.3f}, success@3 {success:.3f}", sep="\n")
    assert score >= 0.98
    assert success >= 0.97


@pytest.mark.service
@pytest.mark.long
def test_measure_of_the_finders_order_elasticsearch(elasticsearch_content, monkeypatch, django_db_blocker):
    score, success, lines = measured(elasticsearch_content, monkeypatch, django_db_blocker)
    assert score >= 0.97, "\n".join(lines)
    assert success >= 0.96
