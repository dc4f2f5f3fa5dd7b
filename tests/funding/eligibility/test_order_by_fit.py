"""The finder that puts first what fits."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest

from funding.catalogue.eligibility.address import profile_pairs
from funding.catalogue.eligibility.texts import VERDICTS
from funding.domain.eligibility.criteria import fit
from funding.domain.eligibility.verdict import Verdict
from funding.models import FundingSheetPage
from funding.presentation.eligible_call import call_of
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from tests.funding.asking import titles

from .asking import BY_FIT, WE, html_of
from .profiles import PROFILES

pytestmark = pytest.mark.django_db


def test_what_fits_comes_first_then_what_closes_first(catalogue, search_index, client):
    search_index.rebuild()
    assert titles(client.get(f"/it/bandi/?{WE}&sort=fit").context) == BY_FIT
    assert titles(client.get(f"/it/bandi/?{WE}").context)[0] == "Altrove"


def test_each_card_tells_the_verdict_and_what_decides(catalogue, search_index, client):
    search_index.rebuild()
    response = client.get(f"/it/bandi/?{WE}&sort=fit")
    fits = {sheet.title: sheet.fit for sheet in response.context["sheets"]}
    assert [fits[title].badge.code for title in BY_FIT] == ["fits", "check", "check", "check", "unfit"]
    assert [fits[title].why for title in ("Adatto", "Con requisiti", "Altrove")] == [
        "",
        "For whom",
        "Where",
    ]
    assert [fits[title].unstated for title in ("Adatto", "Con requisiti")] == ["", "Size, Sector"]
    page = html_of(response)
    assert '<span class="meta">The sheet does not say: Size, Sector</span>' in page
    assert f'href="/it/bandi/adatto/fa-per-noi/?{WE.replace("&", "&amp;")}"' in page
    assert f'<a href="/it/bandi/adatto/?{WE.replace("&", "&amp;")}"' in page
    assert "Does not fit" in page


@pytest.mark.parametrize("profile", PROFILES)
def test_the_order_agrees_with_the_verdicts_on_the_cards(
    catalogue, full_sheet, search_index, client, profile
):
    search_index.rebuild()
    sheets = client.get(f"/it/bandi/?{urlencode(profile_pairs(profile))}&sort=fit&status=any").context[
        "sheets"
    ]
    assert len(sheets) == 6
    if profile:
        ranks = [list(Verdict).index(sheet.fit.badge.code) for sheet in sheets]
        assert ranks == sorted(ranks)
        for sheet in FundingSheetPage.objects.all():
            found = fit(profile, call_of(sheet)).verdict
            assert [one.fit.badge.label for one in sheets if one.pk == sheet.pk] == [str(VERDICTS[found])]


def test_pages_of_the_list_by_fit_show_each_sheet_once(make_sheet, search_index, client):
    for number in range(23):
        make_sheet(title=f"Bando {number}", regions=["ITF4" if number % 3 else "ITC4"])
    search_index.rebuild()
    found = [client.get(f"/it/bandi/?home=ITF4&sort=fit&page={page}").context for page in (1, 2, 3)]
    codes = [sheet.fit.badge.code for context in found for sheet in context["sheets"]]
    assert codes == ["check"] * 15 + ["unfit"] * 8
    assert len({sheet.pk for context in found for sheet in context["sheets"]}) == 23


def test_the_applicant_is_told_and_can_be_changed_and_removed(catalogue, search_index, client):
    search_index.rebuild()
    response = client.get("/it/bandi/?home=ITF4&form=worker-cooperative&status=open&sort=fit")
    told = response.context["applicant"]
    assert told.summary == "Worker cooperative, Apulia"
    assert told.remove_url == "/it/bandi/?status=open"
    asked = client.get(told.ask_url)
    assert asked.context["profile"] == replace(PROFILES[1], form="worker-cooperative", region="ITF4")
    assert ("status", "open") in asked.context["kept"]
    page = html_of(response)
    assert '<input type="hidden" name="home" value="ITF4">' in page
    for link in [response.context["clear_url"], *(chip.remove_url for chip in response.context["chips"])]:
        assert "home=ITF4" in link and "sort=fit" in link


def test_without_a_profile_there_is_no_such_order(catalogue, search_index, client):
    search_index.rebuild()
    context = client.get("/it/bandi/?sort=fit").context
    assert len(context["notices"]) == 1
    assert "fit" not in [name for name, _label, _chosen in context["sorts"]]
    assert [sheet.fit for sheet in context["sheets"]] == [None] * 5
    chosen = client.get("/it/bandi/?sort=fit&home=ITF4").context["sorts"]
    assert (chosen[-1][0], chosen[-1][2]) == ("fit", True)


def test_without_the_search_there_are_still_verdicts(catalogue, client, search_index, monkeypatch):
    def fail(*args):
        raise EngineUnavailable

    monkeypatch.setattr(type(get_engine()), "search", fail)
    context = client.get("/it/bandi/?home=ITF4&sort=fit").context
    assert titles(context)[0] == "Altrove"
    assert context["sheets"][0].fit.badge.code == "unfit"
    assert context["parameters"].sort == "deadline"
    assert len(context["notices"]) == 2


def test_an_answer_that_makes_no_sense_is_told_by_the_finder_too(catalogue, search_index, client):
    search_index.rebuild()
    context = client.get("/it/bandi/?home=Atlantis&people=small&sort=fit").context
    assert len(context["notices"]) == 1
    assert "Atlantis" in context["notices"][0]
    assert titles(context)


def test_the_list_by_fit_can_be_taken_away(catalogue, search_index, client):
    search_index.rebuild()
    rows = b"".join(client.get(f"/it/bandi/export.csv?{WE}&sort=fit").streaming_content).decode("utf-8-sig")
    region_labels = [rows.index(title) for title in BY_FIT]
    assert region_labels == sorted(region_labels)


def test_verdicts_cost_no_more_queries_on_many_cards(
    make_sheet, client, search_index, django_assert_max_num_queries
):
    query = f"/it/bandi/?per=50&grantor=ministero-della-cultura&region=IT&sort=fit&{WE}"
    requirements = [("requirement", {"text": "Sede in Italia", "level": "needed"})]
    make_sheet(whole_country=True, requirements=requirements)
    search_index.rebuild()
    client.get(query)
    with django_assert_max_num_queries(12) as few:
        client.get(query)
    for _ in range(30):
        make_sheet(whole_country=True, requirements=requirements)
    search_index.rebuild()
    client.get(query)
    with django_assert_max_num_queries(12) as many:
        assert len(client.get(query).context["sheets"]) == 31
    assert len(many) == len(few)
