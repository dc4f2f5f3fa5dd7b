"""What can be chosen: what is asked most by a click, the recovery plan by level, a way out of nothing."""

from datetime import date
from decimal import Decimal

import pytest

from cms.models import Organisation
from funding.catalogue.finder.filters.pnrr import plan
from funding.catalogue.finder.parameters import FinderParameters
from search.query import FacetCount

from .asking import ask_again, counts, titles

pytestmark = pytest.mark.django_db


def chosen(context, label: str):
    return next(pick for kind in context["quick_filters"] for pick in kind.choices if pick.label == label)


@pytest.fixture
def closing_calls(make_sheet, search_index):
    """Closing in 0, 7, 8, 30 and 31 days, never, and one under evaluation since yesterday."""
    for title, day in (("Oggi", 23), ("Sette", 30)):
        make_sheet(title=title, closes_on=date(2026, 11, day), grant_max=Decimal(day * 1000))
    for title, day in (("Otto", 1), ("Trenta", 23), ("Trentuno", 24)):
        make_sheet(title=title, closes_on=date(2026, 12, day))
    make_sheet(title="Mai", closes_on=None, no_deadline=True)
    make_sheet(title="Ieri", closes_on=date(2026, 11, 22), results_awaited=True)
    search_index.rebuild()


def test_what_closes_within_days_is_one_click_away(closing_calls, client):
    found = {}
    for label in ("7 days", "30 days", "90 days"):
        pick = chosen(ask_again(client), label)
        assert not pick.chosen
        context = client.get(pick.url).context
        assert chosen(context, label).chosen
        assert chosen(context, label).url == "/it/bandi/"
        found[label] = titles(context)
    assert found["7 days"] == ["Oggi", "Sette"]
    assert found["30 days"] == ["Oggi", "Sette", "Otto", "Trenta"]
    assert found["90 days"] == ["Oggi", "Sette", "Otto", "Trenta", "Trentuno"]


def test_the_days_of_a_click_are_those_of_rome_and_move_with_midnight(closing_calls, client, today):
    today.move_to("2026-11-23T23:59:59+01:00")
    request = client.get("/it/bandi/").wsgi_request
    assert request._expires_at.isoformat() == "2026-11-24T00:00:00+01:00"
    today.move_to("2026-11-24T00:00:00+01:00")
    pick = chosen(ask_again(client), "7 days")
    assert pick.url == "/it/bandi/?closes_before=2026-12-01&closes_after=2026-11-24"
    assert titles(client.get(pick.url).context) == ["Sette", "Otto"]


def counted(**levels):
    return {name: tuple(FacetCount(code, n) for code, n in found.items()) for name, found in levels.items()}


def shape(branches):
    return [(one.option.value, one.option.count, shape(one.branches)) for one in branches]


def test_the_recovery_plan_reads_from_mission_to_measure():
    counts = counted(
        mission={"M2": 1, "M1": 3},
        component={"M1C3": 2, "M1C1": 1, "M2C3": 1},
        measure={"M1C3I1.10": 1, "M1C3I1.9": 1, "M1C3R3.1": 1},
    )
    assert shape(plan(counts, FinderParameters()).missions) == [
        (
            "M1",
            3,
            [("M1C1", 1, []), ("M1C3", 2, [("M1C3I1.9", 1, []), ("M1C3I1.10", 1, []), ("M1C3R3.1", 1, [])])],
        ),
        ("M2", 1, [("M2C3", 1, [])]),
    ]


def test_what_is_chosen_in_the_plan_is_always_seen_in_its_place():
    made = plan({}, FinderParameters(filters={"measure": ("M4C2I3.1",), "component": ("M1C3",)}))
    assert shape(made.missions) == [
        ("M1", 0, [("M1C3", 0, [])]),
        ("M4", 0, [("M4C2", 0, [("M4C2I3.1", 0, [])])]),
    ]
    assert made.opened
    assert [mission.opened for mission in made.missions] == [True, True]
    assert not plan(counted(mission={"M1": 1}), FinderParameters()).opened


def test_the_plan_on_the_page_leads_to_as_many_calls_as_it_says(make_sheet, search_index, client):
    for measure, status in (
        ("M1C3I1.3", {}),
        ("M1C3I1.2", {}),
        ("M2C3R1", {}),
        ("M1C3I1.3", {"suspended": True}),
    ):
        make_sheet(mission=measure[:2], component=measure[:4], measure=measure, **status)
    search_index.rebuild()
    context = ask_again(client, "status=open&measure=M1C3I1.3")
    [culture, green] = context["plan"].missions
    assert (culture.option.count, green.option.count) == (1, 0)
    for branch in culture.branches[0].branches:
        context = ask_again(client, f"status=open&measure={branch.option.value}")
        assert context["total"] == branch.option.count


def test_where_only_closed_calls_answer_they_are_offered(make_sheet, search_index, client):
    make_sheet(title="Chiuso", closes_on=date(2026, 1, 1), opens_on=date(2025, 1, 1), regions=["ITC4"])
    make_sheet(title="Aperto", regions=["ITI4"])
    search_index.rebuild()
    context = ask_again(client, "region=ITC4")
    assert context["total"] == 0
    offered = {one["text"]: one for one in context["suggestions"]}
    assert {text: one["total"] for text, one in offered.items()} == {
        "closed calls too": 1,
        "without “Region”": 1,
    }
    assert titles(client.get(offered["closed calls too"]["url"]).context) == ["Chiuso"]


def test_a_misspelt_word_is_put_right_and_the_filters_stay(make_sheet, search_index, client):
    make_sheet(title="Biblioteche di quartiere", grant_max=Decimal(90_000))
    search_index.rebuild()
    context = ask_again(client, "q=bibliotehce&amount=50000&per=25")
    assert titles(context) == ["Biblioteche di quartiere"]
    assert any("bibliotehce" in notice and "biblioteche" in notice for notice in context["notices"])
    context = ask_again(client, "q=bibliotehce&amount=100000")
    assert titles(context) == []


def test_some_of_the_words_are_enough_only_where_no_call_has_all(make_sheet, search_index, client):
    make_sheet(title="Musei digitali", summary="", regions=["ITC4"])
    make_sheet(title="Musei", summary="", regions=["ITI4"])
    make_sheet(title="Teatri", summary="", regions=["ITI4"])
    search_index.rebuild()
    context = ask_again(client, "q=musei+digitali&region=ITI4")
    assert not titles(context)
    assert {one["text"]: one["total"] for one in context["suggestions"]}["without “Region”"] == 1
    context = ask_again(client, "q=musei+teatri")
    assert context["relaxed"]
    assert set(titles(context)) == {"Musei digitali", "Musei", "Teatri"}
    assert counts(context, "region") == {"ITC4": 1, "ITI4": 2}
    for region, count in counts(context, "region").items():
        assert ask_again(client, f"q=musei+teatri&region={region}")["total"] == count


@pytest.mark.parametrize("slug", ["MiC-Direzione", "_ente", "-ente"])
def test_a_body_of_any_slug_can_be_chosen(make_sheet, search_index, client, slug):
    body = Organisation.objects.create(name="Direzione generale", slug=slug)
    make_sheet(title="Suo", grantor=body)
    make_sheet(title="Di altri")
    search_index.rebuild()
    assert counts(ask_again(client), "grantor")[slug] == 1
    context = ask_again(client, f"grantor={slug}")
    assert (titles(context), context["notices"]) == (["Suo"], [])
