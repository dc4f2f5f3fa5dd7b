"""While no engine answers, the finder asks the database: the same filters, counts, orders and pages."""

import random
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.models import Organisation, PageTopic, Topic
from funding.catalogue.finder.finder import find
from funding.models import FundingSheetPage
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from tests.factories.pages import site_tree
from tests.search.fixtures import index_of_pages

from .asking import ask_again, counts, titles
from .making import LISTS, a_ministry, open_sheet

pytestmark = pytest.mark.django_db

MEASURES = ("M1C3I1.3", "M1C3I1.10", "M2C3R1", "M4C2")
TITLES = ("Èlite", "elite", "«Zeta»", "Àncora 2", "ancora", "Bando uguale", "bando uguale")
QUESTIONS = [
    "",
    "status=any",
    "status=open&status=suspended&status=forthcoming",
    "status=closed&status=evaluation",
    "beneficiary=cooperative&beneficiary=enterprise",
    "size=micro&sector=culture&sector=ict",
    "purpose=digitalisation&aid=grant&cost=equipment",
    "territory=inner-areas",
    "region=ITC4",
    "region=IT&region=ITI4",
    "region=EXT",
    "mission=M1",
    "component=M1C3&component=M4C2",
    "measure=M1C3I1.03.00&status=any",
    "grantor=comune-di-prova",
    "topic=cinema&topic=nulla",
    "topic=musica&region=ITC4",
    "amount=20000",
    "amount=0",
    "closes_before=2026-12-01",
    "closes_after=2026-12-02",
    "closes_after=2026-11-24&closes_before=2026-12-08&status=any",
    "opens_after=2026-11-24",
    "added_after=2026-11-23",
    "added_after=2026-12-01",
    "deadline=none&closes_after=2026-12-02",
    "status=any&beneficiary=citizen&region=ITI4&amount=1000",
]
ORDERS = ["sort=newest", "sort=amount", "sort=title", "sort=relevance", "page=2", "per=50&page=9"]
QUESTIONS += [
    f"{question}&{order}" for question in ("status=any", "region=IT&region=ITI4") for order in ORDERS
]


@pytest.fixture(scope="module")
def tree(standing_db):
    return site_tree()


@pytest.fixture(scope="module")
def ministry(standing_db):
    return a_ministry()


@pytest.fixture(scope="module")
def sheets(tree, ministry):
    """Sixty sheets that differ in all that can be asked for, many facts unknown; the dice never change."""
    dice = random.Random(7)
    bodies = [ministry, None, Organisation.objects.create(name="Comune di Prova", slug="comune-di-prova")]
    topics = [Topic.objects.create(locale=tree.locale, name=name, slug=name) for name in ("cinema", "musica")]
    for _ in range(60):
        sheet = open_sheet(tree, grantor=ministry)
        # Past the checks: also what contradicts itself is answered alike.
        FundingSheetPage.objects.filter(pk=sheet.pk).update(**_facts(dice, bodies))
        for topic in dice.sample(topics, dice.randrange(3)):
            PageTopic.objects.create(page=sheet, topic=topic, locale=tree.locale)


@pytest.fixture(scope="module")
def standing_index(sheets, tmp_path_factory):
    return index_of_pages(tmp_path_factory)


@pytest.fixture
def catalogue(search_index, today):
    pass


def _facts(dice, bodies) -> dict:
    measure = dice.choice(("", "", *MEASURES))
    national = dice.random() < 0.3
    near = [None, *(date(2026, 11, 23) + timedelta(days=days) for days in (-40, -1, 0, 1, 8, 13, 14, 15, 60))]
    return {
        "title": dice.choice(TITLES),
        "grantor": dice.choice(bodies),
        "announced_on": dice.choice(near[:4]),
        "opens_on": dice.choice(near[:6]),
        "opens_at": dice.choice((None, time(10))),
        "closes_on": dice.choice(near),
        "closes_at": dice.choice((None, time(9, 59, 59), time(10), time(12))),
        "no_deadline": dice.random() < 0.15,
        "closed_early_on": dice.choice((*near[1:5], *[None] * 12)),
        "concluded": dice.random() < 0.05,
        "suspended": dice.random() < 0.1,
        "results_awaited": dice.random() < 0.4,
        "grant_max": dice.choice((None, Decimal(0), Decimal("19999.99"), Decimal(20_000), Decimal(900_000))),
        "whole_country": national,
        "regions": dice.choice(([], ["EXT"]))
        if national
        else dice.sample(["ITC4", "ITI4", "ITG2", "EXT"], dice.randrange(3)),
        "measure": measure,
        "component": measure[:4],
        "mission": measure[:2],
        **{name: dice.sample(terms.codes, dice.randrange(3)) for name, terms in LISTS.items()},
    }


@pytest.fixture
def broken(monkeypatch):
    """Calling it puts the engine out of order."""

    def fail(*args):
        raise EngineUnavailable

    return lambda: monkeypatch.setattr(type(get_engine()), "search", fail)


def answers(locale) -> dict[str, tuple]:
    found = {}
    for query in QUESTIONS:
        pairs = [tuple(pair.split("=")) for pair in query.split("&") if pair]
        answer = find(pairs, locale, timezone.now())
        found[query] = (
            [sheet.pk for sheet in answer.sheets],
            (answer.results.total, answer.results.page, answer.results.pages),
            dict(answer.results.facets),
        )
    return found


@pytest.mark.parametrize("moment", ["2026-11-23 10:00:00", "2026-12-01 09:59:59", "2026-12-01 23:59:59.5"])
def test_both_ways_give_the_same_answer_to_every_question(catalogue, tree, broken, today, moment):
    today.move_to(datetime.fromisoformat(f"{moment}+01:00"))
    searched = answers(tree.locale)
    broken()
    plain = answers(tree.locale)
    for query, answer in searched.items():
        assert plain[query] == answer, query
    assert sum(bool(ids) for ids, _pages, _facets in plain.values()) > len(plain) * 0.8


def test_it_says_so_and_lets_go_of_the_words_only(catalogue, client, broken):
    before = ask_again(client, "status=open&region=ITC4&sort=title&per=25")
    broken()
    context = ask_again(client, "status=open&region=ITC4&sort=title&per=25&q=zzzz")
    assert context["notices"] == ["The search is being repaired: until then no words can be looked for."]
    assert titles(context) == titles(before) != []
    assert counts(context, "status") == counts(before, "status")
    assert [chip.label for chip in context["chips"]] == [chip.label for chip in before["chips"]]


def test_pages_can_still_be_turned(catalogue, client, broken):
    broken()
    first = ask_again(client, "status=any")
    second = client.get(first["pager"].next_url).context
    assert second["pager"].page == 2
    assert not {sheet.pk for sheet in first["sheets"]} & {sheet.pk for sheet in second["sheets"]}


def test_what_is_behind_a_password_stays_there(make_sheet, client, broken, search_index):
    region = Organisation.objects.create(name="Regione Prova", slug="regione-prova")
    make_sheet(title="Per tutti", grantor=region)
    private = make_sheet(title="Per pochi", grantor=region)
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="x")
    search_index.rebuild()
    assert titles(ask_again(client, "grantor=regione-prova")) == ["Per tutti"]
    broken()
    assert titles(ask_again(client, "grantor=regione-prova")) == ["Per tutti"]


def test_it_costs_as_many_queries_for_many_sheets_as_for_few(
    make_sheet, client, broken, django_assert_max_num_queries
):
    broken()
    make_sheet()
    ask_again(client)
    with django_assert_max_num_queries(12) as few:
        ask_again(client)
    for _ in range(15):
        make_sheet()
    with django_assert_max_num_queries(12) as many:
        ask_again(client)
    assert len(many) == len(few)
