"""The lists of news, events and projects: in a useful order, narrowed down, paged, never an error."""

from datetime import date

import pytest
import time_machine

from tests.factories import pages

from .conftest import topic

pytestmark = pytest.mark.django_db


def listed(client, address) -> list[str]:
    return [page.title for page in client.get(address).context["listed"]]


@pytest.fixture
def articles(tree):
    for day, kind, slug in ((1, "news", "digitale"), (3, "interview", "cinema"), (2, "news", "cinema")):
        page = pages.article(tree.news, title=f"Giorno {day}", kind=kind, day=date(2026, 5, day))
        topic(page, slug)
    pages.article(tree.news, title="Senza giorno")
    pages.article(tree.news, title="Bozza", live=False)


def test_news_come_with_the_newest_first_and_without_drafts(client, articles):
    assert listed(client, "/it/notizie/") == ["Senza giorno", "Giorno 3", "Giorno 2", "Giorno 1"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("?kind=interview", ["Giorno 3"]),
        ("?topic=cinema", ["Giorno 3", "Giorno 2"]),
        ("?topic=cinema&topic=digitale", ["Giorno 3", "Giorno 2", "Giorno 1"]),
        ("?kind=news&topic=cinema", ["Giorno 2"]),
        ("?kind=opinion", []),
    ],
)
def test_news_are_narrowed_down_by_kind_and_topic(client, articles, query, titles):
    assert listed(client, f"/it/notizie/{query}") == titles


def test_a_count_says_what_one_more_choice_would_show(client, articles):
    facets = client.get("/it/notizie/?topic=cinema").context["facets"]
    counts = {facet.name: {option.value: option.count for option in facet.options} for facet in facets}
    assert counts == {"kind": {"news": 1, "interview": 1}, "topic": {"cinema": 2, "digitale": 1}}


def test_a_choice_can_be_taken_back(client, articles):
    response = client.get("/it/notizie/?topic=cinema&kind=news")
    assert {chip.remove_url for chip in response.context["chips"]} == {"?topic=cinema", "?kind=news"}


@pytest.mark.parametrize(
    "query", ["?kind=gossip", "?topic=nulla", "?page=99", "?page=0", "?page=-1", "?page=due", "?page=²"]
)
def test_what_does_not_exist_is_told_in_a_notice(client, articles, query):
    response = client.get(f"/it/notizie/{query}")
    assert response.status_code == 200
    assert len(response.context["notices"]) == 1
    assert len(response.context["listed"]) == 4


@pytest.mark.parametrize("query", ["?kind=", "?page=", "?topic=&kind="])
def test_an_empty_field_of_a_form_asks_for_nothing(client, articles, query):
    response = client.get(f"/it/notizie/{query}")
    assert response.context["notices"] == []
    assert len(response.context["listed"]) == 4


def test_a_strange_value_cannot_get_into_the_page(client, articles):
    html = client.get("/it/notizie/?kind=%3Cscript%3Ealert(1)").content.decode()
    assert "<script>alert" not in html


def test_a_long_list_is_paged_and_keeps_its_choices(client, tree):
    for _number in range(25):
        pages.article(tree.news, kind="news")
    pager = client.get("/it/notizie/?kind=news&page=2").context["pager"]
    assert (pager.page, pager.pages, pager.total) == (2, 2, 25)
    assert pager.previous_url == "?kind=news"
    assert len(listed(client, "/it/notizie/?kind=news&page=2")) == 5


def test_projects_that_run_come_first(client, tree):
    pages.project(tree.projects, title="Finito", state="completed", starts_on=date(2026, 1, 1))
    pages.project(tree.projects, title="Ignoto")
    pages.project(tree.projects, title="In corso", state="running", starts_on=date(2020, 1, 1))
    assert listed(client, "/it/progetti/") == ["In corso", "Finito", "Ignoto"]
    assert listed(client, "/it/progetti/?state=completed") == ["Finito"]


@pytest.fixture
def events(tree):
    for title, start, end in (
        ("Passato", date(2025, 3, 1), None),
        ("Lontano", date(2027, 1, 10), None),
        ("Adesso", date(2026, 11, 20), date(2026, 11, 25)),
        ("Vicino", date(2026, 12, 31), date(2027, 1, 2)),
        ("Antico", date(2012, 6, 1), None),
    ):
        pages.event(tree.events, title=title, start_day=start, end_day=end)


@time_machine.travel("2026-11-23T12:00:00+01:00")
def test_events_to_come_lead_and_the_past_follows_by_year(client, events, mission):
    context = client.get("/it/eventi/").context
    assert [event.title for event in context["upcoming"]] == ["Adesso", "Vicino", "Lontano"]
    assert [event.title for event in context["undated"]] == ["Missione"]
    assert [(year, [event.title for event in past]) for year, past in context["past_years"]] == [
        (2025, ["Passato"]),
        (2012, ["Antico"]),
    ]


def test_an_event_is_upcoming_until_the_end_of_its_last_day(client, events):
    with time_machine.travel("2026-11-25T23:59:00+01:00"):
        assert "Adesso" in [event.title for event in client.get("/it/eventi/").context["upcoming"]]
    with time_machine.travel("2026-11-26T00:00:00+01:00"):
        assert "Adesso" not in [event.title for event in client.get("/it/eventi/").context["upcoming"]]


@time_machine.travel("2026-11-23T12:00:00+01:00")
def test_a_cached_list_of_events_lives_no_longer_than_the_day(client, events):
    response = client.get("/it/eventi/")
    assert response.wsgi_request._expires_at.isoformat() == "2026-11-24T00:00:00+01:00"


@pytest.mark.parametrize(
    ("month", "titles"),
    [("2026-12", ["Vicino"]), ("2027-01", ["Vicino", "Lontano"]), ("2012-12", []), ("2026-11", ["Adesso"])],
)
def test_a_month_shows_the_events_that_touch_it(client, events, mission, month, titles):
    assert listed(client, f"/it/eventi/?month={month}") == titles


@time_machine.travel("2026-11-23T12:00:00+01:00")
def test_the_months_that_have_events_can_be_reached(client, events, mission):
    months = client.get("/it/eventi/?month=2026-12").context["months"]
    assert [month["machine"] for month in months] == ["2026-11", "2026-12", "2027-01", "2025-03", "2012-06"]
    assert [month["machine"] for month in months if month["current"]] == ["2026-12"]


@pytest.mark.parametrize("month", ["2026-13", "dicembre", "2026", "9999-12", "٢٠٢٦-١٢", "-", "2026-12-01"])
def test_an_impossible_month_is_told_in_a_notice(client, events, month):
    response = client.get("/it/eventi/", {"month": month})
    assert response.status_code == 200
    assert len(response.context["notices"]) == 1
    assert len(response.context["listed"]) == 5


def test_each_language_lists_its_own(client, tree, fair):
    pages.translate(fair, tree.english.locale, title="Network fair", slug="network-fair")
    assert listed(client, "/en/events/") == ["Network fair"]
    assert listed(client, "/it/eventi/") == ["Fiera della rete"]
