"""Deadlines by month: a column counts what its link finds, whatever else is asked for."""

import re
from datetime import date, timedelta

import pytest

from tests.markup import without_layout

from .asking import ask_again, titles

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)
DAYS = (0, 7, 8, 13, 14, 15, 30, 38, 39, 70, 200, 219, 220, 2000)


@pytest.fixture
def calls(make_sheet, search_index):
    """Calls that close ``DAYS`` from today, never, nobody says when; one suspended, one closed."""
    for number in DAYS:
        make_sheet(title=f"Fra {number}", closes_on=TODAY + timedelta(days=number))
    make_sheet(title="Mai", closes_on=None, no_deadline=True, regions=["ITC4"])
    make_sheet(title="Chissà", closes_on=None)
    make_sheet(title="Sospeso", closes_on=TODAY + timedelta(days=40), suspended=True, regions=["ITC4"])
    make_sheet(title="Chiuso", closes_on=TODAY - timedelta(days=1))
    search_index.rebuild()


def columns(context) -> dict[str, int]:
    return {f"{one.label} {one.rest}".strip(): one.count for one in context["deadline_months"].columns}


def test_months_are_counted_and_what_closes_soon_is_told_apart(calls, client):
    found = ask_again(client)["deadline_months"]
    assert columns({"deadline_months": found}) == {
        "nov 2026": 2,
        "dic 2026": 6,
        "gen 2027": 2,
        "feb 2027": 1,
        "mar 2027": 0,
        "apr 2027": 0,
        "mag 2027": 0,
        "giu 2027": 2,
        "later": 2,
        "no deadline": 1,
    }
    assert [(one.near, one.threads) for one in found.columns[:3]] == [(2, 0), (3, 3), (0, 2)]
    assert (found.step, found.soon, found.days) == (1, 5, 14)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "region=ITC4",
        "status=any&sort=title",
        "closes_before=2026-12-31",
        "deadline=none",
        "deadline=none&closes_before=2026-12-31",
        "q=fra",
        "q=che+scadono+a+dicembre",
        "q=senza+scadenza",
    ],
)
def test_a_column_leads_to_as_many_calls_as_it_says_and_back(calls, client, query):
    context = ask_again(client, query)
    for number, column in enumerate(context["deadline_months"].columns):
        if not column.count or column.chosen:
            assert column.url or not column.count
            continue
        there = client.get(column.url).context
        assert there["total"] == column.count, column
        assert columns(there) == columns(context), "a chosen month changes no count"
        same = there["deadline_months"].columns[number]
        assert same.chosen
        back = client.get(same.url).context
        assert (
            not back["parameters"].closes_after
            and back["parameters"].filters == context["parameters"].filters
        )


@pytest.mark.parametrize("query", ["", "deadline=none", "q=senza+scadenza", "q=che+scadono+a+gennaio"])
def test_what_closes_soon_is_as_many_calls_as_it_says(calls, client, query):
    closing = ask_again(client, query)["quick_filters"][0]
    for one in closing.choices:
        assert one.count and client.get(one.url).context["total"] == one.count, one


def test_of_two_deadlines_the_chosen_one_counts_and_the_words_are_told(calls, client):
    context = ask_again(client, "q=che+scadono+a+dicembre&closes_after=2027-07-01")
    assert context["total"] == 2 and context["heard"] == []
    (told,) = [text for text in context["notices"] if "does not count" in text]
    assert "“Closes from”" in told
    assert not [text for text in context["notices"] if "before" in text]


def test_many_calls_are_drawn_as_a_few_threads(make_sheet, search_index, client):
    for _ in range(11):
        make_sheet(closes_on=date(2026, 12, 20))
    make_sheet(closes_on=date(2027, 1, 20))
    search_index.rebuild()
    found = ask_again(client)["deadline_months"]
    assert [(one.count, one.threads) for one in found.columns[:3]] == [(0, 0), (11, 6), (1, 1)]
    assert found.step == 2


def test_it_is_a_list_of_links_that_can_be_read_aloud(calls, client):
    html = without_layout(client.get("/it/bandi/").content.decode())
    section = html[html.index('<section class="deadline-months"') :]
    section = section[: section.index("</section>")]
    links = re.findall(r"<a [^>]*>(.*?)</a>", section)
    said = [" ".join(re.sub(r"<[^>]+>", " ", link).split()).replace(" ;", ";") for link in links]
    assert said[:2] == ["2 calls: nov 2026; 2 close soon", "6 calls: dic 2026; 3 close soon"]
    assert said[-1] == "1 call: no deadline"
    assert "5 close within 14 days" in section


def test_it_is_not_there_where_nothing_closes(make_sheet, search_index, client):
    make_sheet(closes_on=None)
    search_index.rebuild()
    assert "deadline-months" not in client.get("/it/bandi/").content.decode()


def test_what_is_new_is_counted_and_one_click_away(make_sheet, search_index, client, today):
    for days in (0, 7, 8, 30, 31, 400):
        today.move_to(f"{TODAY - timedelta(days=days)}T10:00:00+01:00")
        make_sheet(title=f"Da {days}", opens_on=date(2025, 1, 1))
    today.move_to(f"{TODAY}T10:00:00+01:00")
    search_index.rebuild()
    found = {}
    for group in ask_again(client, "sort=title")["quick_filters"]:
        for one in group.choices:
            found[group.title, one.label] = (one.count, one.url and client.get(one.url).context["total"])
    assert found["New in the last", "7 days"] == (2, 2)
    assert found["New in the last", "30 days"] == (4, 4)
    assert found["Closing within", "7 days"] == (0, "")
    for first, expected in (
        ("2025-10-19", 6),
        ("2025-10-20", 5),
        ("2026-11-23", 1),
        ("2026-11-24", 0),
        ("2199-01-01", 0),
    ):
        assert ask_again(client, f"added_after={first}")["total"] == expected
    context = ask_again(client, "added_after=2026-11-16")
    assert [chip.label for chip in context["chips"]] == ["Added from 16 nov 2026"]
    assert sorted(titles(context)) == ["Da 0", "Da 7"]
