"""Calls that do not say how much they pay are neither hidden without a word nor mixed in unasked."""

from decimal import Decimal

import pytest

from search.engines import get_engine
from search.engines.base import EngineUnavailable

pytestmark = pytest.mark.django_db


@pytest.fixture
def amounts(make_sheet, search_index):
    make_sheet(title="Molto", grant_max=Decimal(80_000))
    make_sheet(title="Poco", grant_max=Decimal(10_000))
    make_sheet(title="Taciuto")
    make_sheet(title="Almeno", grant_min=Decimal(100_000))
    search_index.rebuild()


def titles(context) -> set[str]:
    return {sheet.title for sheet in context["sheets"]}


@pytest.fixture(params=["engine", "database"])
def context(request, client, amounts, monkeypatch):
    def fail(*args):
        raise EngineUnavailable

    if request.param == "database":
        monkeypatch.setattr(type(get_engine()), "search", fail)
    return lambda query: client.get(f"/it/bandi/?{query}").context


def test_at_least_nothing_is_no_filter(context):
    found = context("amount=0")
    assert found["chips"] == [] and found["unstated"] is None
    assert len(titles(found)) == 4


def test_how_many_do_not_say_is_told_with_a_link_that_shows_them(context):
    found = context("amount=50000")
    assert titles(found) == {"Molto"}
    assert found["unstated"] == {
        "total": 2,
        "shown": False,
        "url": "/it/bandi/?amount=50000&unstated=amount",
    }
    shown = context("amount=50000&unstated=amount")
    assert titles(shown) == {"Molto", "Taciuto", "Almeno"}
    assert (shown["unstated"]["shown"], shown["unstated"]["url"]) == (True, "/it/bandi/?amount=50000")
    assert [chip.remove_url for chip in shown["chips"]] == ["/it/bandi/", "/it/bandi/?amount=50000"]


def test_without_an_amount_there_is_nothing_to_say(context):
    assert context("unstated=amount")["unstated"] is None
    assert context("unstated=amount")["chips"] == []
    assert len(context("unstated=everything")["notices"]) >= 1


def test_the_page_says_it_without_a_script(client, amounts):
    page = " ".join(client.get("/it/bandi/?amount=50000").content.decode().split())
    assert "2 further calls do not state their amount." in page
    assert '<a href="/it/bandi/?amount=50000&amp;unstated=amount">Show them too</a>' in page
    shown = client.get("/it/bandi/?amount=50000&unstated=amount").content.decode()
    assert '<input type="hidden" name="unstated" value="amount">' in shown
