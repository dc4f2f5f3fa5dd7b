"""The list to take away: the same sheets as on the page, whatever is asked for, in every format."""

from datetime import date

import pytest

from search.engines import get_engine
from search.engines.base import EngineUnavailable
from tests.factories import pages
from tests.funding.test_finder import QUESTIONS, catalogue  # noqa: F401

from .conftest import cells, content, data, entries, rows

pytestmark = pytest.mark.django_db

FILES = {
    "export.csv": ("text/csv; charset=utf-8; header=present", "bandi-2026-11-23.csv"),
    "export.xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "bandi-2026-11-23.xlsx",
    ),
    "export.json": ("application/json", "bandi-2026-11-23.json"),
    "calendar.ics": ("text/calendar; charset=utf-8", "bandi-2026-11-23.ics"),
}


def titles(name: str, response) -> list[str]:
    if name == "export.csv":
        return [row["title"] for row in rows(response)]
    if name == "export.xlsx":
        return [row[0] for row in cells(response)[1:]]
    if name == "export.json":
        return [record["title"] for record in data(response)["records"]]
    return [entry["summary"].partition(": ")[2] for entry in entries(response)]


@pytest.mark.parametrize("name", FILES)
def test_any_filter_works_on_any_file(catalogue, search_index, client, name):  # noqa: F811
    search_index.rebuild()
    for query, found in QUESTIONS:
        assert set(titles(name, client.get(f"/it/bandi/{name}?{query}"))) == found, query


@pytest.mark.parametrize("name", ["export.csv", "export.xlsx", "export.json"])
def test_all_sheets_come_in_the_order_asked_for_not_only_a_page(make_sheet, fetch, name):
    for number in range(30):
        make_sheet(title=f"Bando {number:02}", announced_on=date(2026, 8, number + 1))
    newest = [f"Bando {number:02}" for number in reversed(range(30))]
    assert titles(name, fetch(f"{name}?sort=newest&page=2&per=10")) == newest
    assert titles(name, fetch(f"{name}?sort=title")) == newest[::-1]


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_what_it_is(make_sheet, fetch, name):
    make_sheet()
    kind, filename = FILES[name]
    response = fetch(name)
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == f'attachment; filename="{filename}"'
    assert response["Content-Language"] == "it"
    english = fetch(name, "/en/funding/")
    assert english["Content-Language"] == "en"
    assert filename.replace("bandi", "funding") in english["Content-Disposition"]


@pytest.mark.parametrize("name", FILES)
def test_each_language_has_its_own_file(make_sheet, tree, fetch, name):
    sheet = make_sheet(title="Teatri")
    pages.translate(sheet, tree.english.locale, title="Theatres", slug="theatres")
    assert titles(name, fetch(name, "/en/funding/")) == ["Theatres"]


@pytest.mark.parametrize("name", FILES)
def test_no_address_breaks_a_file(catalogue, search_index, client, name):  # noqa: F811
    search_index.rebuild()
    for query in (
        "foo=bar&status=strange&region=Atlantis&page=-3&per=x&sort=random",
        "closes_before=2026-02-30&amount=-1&opens_after=9999-12-31",
        "q=%00%ED%A0%80%22-*:(" + "%F0%9F%8E%AD" * 200,
        "&".join(f"beneficiary=x{number}" for number in range(12_000)),
        "%ff%fe=%ff&separator=%00",
    ):
        content(client.get(f"/it/bandi/{name}?{query}"))


@pytest.mark.parametrize("name", FILES)
def test_an_empty_list_is_a_whole_file(fetch, name):
    assert titles(name, fetch(f"{name}?q=nulla")) == []


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("base", ["/it/bandi/", "/en/funding/"])
def test_while_the_search_is_down_a_file_says_so(catalogue, client, monkeypatch, name, base):  # noqa: F811
    def fail(*args):
        raise EngineUnavailable

    monkeypatch.setattr(type(get_engine()), "ids", fail)
    response = client.get(base + name)
    assert response.status_code == 503
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response["Content-Language"] == base[1:3]
    assert "The search is being repaired" in response.content.decode()
    assert int(response["Retry-After"]) > 0


def test_the_list_leads_to_its_files_with_the_same_filters(catalogue, search_index, client):  # noqa: F811
    search_index.rebuild()
    response = client.get("/it/bandi/?region=ITC4&q=arrivo&page=1&per=25&sort=title&junk=1")
    html = response.content.decode()
    for file in response.context["files"]:
        assert file["url"].replace("&", "&amp;") in html
        assert "page=" not in file["url"]
        assert "junk" not in file["url"]
        assert "q=arrivo&region=ITC4&sort=title" in file["url"]
        content(client.get(file["url"]))
    assert {file["url"].split("?")[0] for file in response.context["files"]} == {
        f"/it/bandi/{name}" for name in FILES if name != "calendar.ics"
    }
