"""The questions for the catalogue and beside a sheet; the finder that puts first what fits."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from urllib.parse import parse_qsl, urlencode

import pytest

from funding.catalogue.eligibility.address import profile_pairs
from funding.catalogue.eligibility.cards import OVER
from funding.catalogue.eligibility.result import headline
from funding.catalogue.eligibility.texts import VERDICTS
from funding.domain.eligibility.criteria import fit
from funding.domain.eligibility.verdict import Verdict
from funding.models import FundingSheetPage
from funding.presentation.eligible_call import call_of
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from tests.factories import pages

from .profiles import COOPERATIVE, PROFILES

pytestmark = pytest.mark.django_db

WE = urlencode(profile_pairs(COOPERATIVE))
ASK = "/it/bandi/fa-per-noi/"


@pytest.fixture
def fitting(make_sheet):
    return make_sheet(
        title="Adatto",
        slug="adatto",
        closes_on=date(2026, 12, 30),
        beneficiaries=["cooperative"],
        sizes=["small"],
        regions=["ITF4"],
        purposes=["digitalisation"],
        grant_max=Decimal(50_000),
        official_page="https://mic.example/avviso",
    )


@pytest.fixture
def catalogue(fitting, make_sheet):
    """What fits closes last; what does not fit is closed, or closes first."""
    make_sheet(title="Altrove", closes_on=date(2026, 11, 25), regions=["ITC4"])
    make_sheet(title="Forse tardi", closes_on=date(2026, 12, 29), whole_country=True)
    make_sheet(title="Forse presto", closes_on=date(2026, 12, 1), beneficiaries=["cooperative"])
    make_sheet(
        title="Con requisiti",
        closes_on=date(2026, 12, 2),
        beneficiaries=["cooperative"],
        whole_country=True,
        purposes=["digitalisation"],
        grant_max=Decimal(50_000),
        requirements=[("requirement", {"text": "Iscrizione al RUNTS", "level": "needed"})],
    )


def html_of(response) -> str:
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


# The questions ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("path", [ASK, "/en/funding/does-it-fit/"])
def test_the_questions_need_no_account_and_nothing_has_to_be_answered(client, tree, path):
    page = html_of(client.get(path))
    assert f'<form method="get" action="{path}"' in page
    assert "required" not in page.partition("<form method")[2].partition("</form>")[0]
    assert not client.cookies


BY_FIT = ["Adatto", "Forse presto", "Con requisiti", "Forse tardi", "Altrove"]


def test_the_answer_over_the_catalogue_says_how_many_and_which(client, catalogue, make_sheet, search_index):
    make_sheet(title="Sospeso", suspended=True)
    search_index.rebuild()
    response = client.get(f"{ASK}?{WE}&show=1")
    page = html_of(response)
    headline = "1 call fits you, 3 to be checked, 1 does not"
    assert f"<title>{headline} · Intreccio</title>" in page
    assert re.search(rf'<h1[^>]* tabindex="-1" autofocus>{headline}</h1>', page)
    groups = {group.code: [sheet.title for sheet in group.sheets] for group in response.context["groups"]}
    assert groups == {"fits": BY_FIT[:1], "check": BY_FIT[1:4], "unfit": BY_FIT[4:]}
    assert re.findall(r'<rect class="(\w+)" x="(\d+)" width="(\d+)"', page) == [
        ("fits", "0", "1"),
        ("check", "1", "3"),
        ("unfit", "4", "1"),
    ]
    assert "Altrove" in page.partition('<details class="facet"')[2].partition("</details>")[0]
    assert f'href="{ASK}?{WE.replace("&", "&amp;")}"' in page
    assert dict(parse_qsl(response.context["finder_url"].partition("?")[2]))["sort"] == "fit"
    assert "no-store" in response["Cache-Control"]


def test_what_was_chosen_in_the_finder_is_kept_on_the_way(client, tree):
    response = client.get(f"{ASK}?region=ITF4&q=teatro&per=25&page=3&{WE}&show=1")
    url = response.context["finder_url"]
    assert {("region", "ITF4"), ("q", "teatro"), ("per", "25")} < set(parse_qsl(url.partition("?")[2]))
    assert "page=" not in url
    page = html_of(client.get(f"{ASK}?region=ITF4&q=teatro&{WE}"))
    assert '<input type="hidden" name="region" value="ITF4">' in page
    assert '<input type="hidden" name="q" value="teatro">' in page


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((0, 0, 0), "No call is open now"),
        ((0, 3, 20), "No call fits you for certain, 3 to be checked, 20 do not"),
        ((2, 0, 1), "2 calls fit you, 1 does not"),
        ((1, 0, 0), "1 call fits you"),
    ],
)
def test_the_headline_names_what_there_is(counts, words):
    assert headline(dict(zip(Verdict, counts, strict=True))) == words


def test_without_the_search_the_answer_is_still_there(client, catalogue, search_index, monkeypatch):
    def fail(*args):
        raise EngineUnavailable

    monkeypatch.setattr(type(get_engine()), "search", fail)
    response = client.get(f"{ASK}?{WE}&show=1")
    assert response.context["headline"] == "1 call fits you, 3 to be checked, 1 does not"


def test_the_check_is_in_the_menu_at_the_foot_and_on_the_home_page(client, tree):
    for path, times in (("/it/", 4), ("/it/bandi/", 4)):
        assert html_of(client.get(path)).count(f'href="{ASK}"') == times, path


def test_the_answers_of_an_address_are_in_the_form(client, tree):
    page = html_of(client.get(f"{ASK}?{WE}"))
    assert '<option value="ITF4" selected>' in page
    assert re.search(r'name="field" value="culture"[^>]* checked', page)
    assert 'name="need" value="40000"' in page


def test_an_answer_that_makes_no_sense_is_told_at_its_field_and_stays_there(client, tree):
    response = client.get(f"{ASK}?home=ITF4&need=much&show=1")
    page = html_of(response)
    assert 'name="need" value="much"' in page
    field = re.search(r'<input[^>]* name="need"[^>]*>', page)[0]
    assert 'aria-invalid="true"' in field and 'aria-describedby="fit-need_error"' in field
    assert 'id="fit-need_error"' in page
    assert '<option value="ITF4" selected>' in page
    assert response.context["ordered_url"] == "/it/bandi/?home=ITF4&sort=fit"


def test_no_answer_at_all_is_told(client, tree):
    response = client.get(f"{ASK}?kind=&form=&need=&show=1")
    assert response.context["notices"]
    assert client.get(ASK).context["notices"] == []


@pytest.mark.parametrize(
    "query",
    [
        "need=%00&kind=%ff%fe",
        "kind=<script>alert(1)</script>&show=1",
        "&".join(f"field=x{number}" for number in range(5_000)) + "&show=1",
        "&".join(f"foo={number}" for number in range(5_000)),
        "home=" + "a" * 20_000,
    ],
)
def test_no_address_breaks_the_pages(client, fitting, search_index, query):
    for path in (ASK, f"/it/bandi/{fitting.slug}/fa-per-noi/", "/it/bandi/", f"/it/bandi/{fitting.slug}/"):
        assert "<script>alert" not in html_of(client.get(f"{path}?{query}"))


def test_the_other_language_asks_the_same_with_the_same_answers(client, tree, fitting, settings):
    pages.translate(fitting, tree.english.locale, title="Fitting", slug="fitting")
    assert 'href="/en/funding/does-it-fit/?home=ITF4"' in html_of(client.get(f"{ASK}?home=ITF4"))
    page = html_of(client.get(f"/it/bandi/{fitting.slug}/fa-per-noi/?home=ITF4"))
    assert 'href="/en/funding/fitting/does-it-fit/?home=ITF4"' in page
    questions = html_of(client.get(f"/it/bandi/{fitting.slug}/fa-per-noi/"))
    assert f'hreflang="en" href="{settings.BASE_URL}/en/funding/fitting/does-it-fit/"' in questions


# One sheet --------------------------------------------------------------------------------------------------
def test_a_sheet_leads_to_its_questions_and_carries_the_answers(client, fitting):
    assert f'href="{fitting.url}fa-per-noi/"' in html_of(client.get(fitting.url))
    page = html_of(client.get(f"{fitting.url}?{WE}"))
    assert f'href="{fitting.url}fa-per-noi/?{WE.replace("&", "&amp;")}"' in page


def test_without_answers_there_are_questions_and_no_verdict(client, fitting):
    response = client.get(f"{fitting.url}fa-per-noi/")
    assert "verdict" not in response.context
    assert f'<form method="get" action="{fitting.url}fa-per-noi/"' in html_of(response)


def test_the_verdict_names_each_criterion_with_the_reason_and_the_sheets_own_words(client, full_sheet):
    response = client.get(f"{full_sheet.url}fa-per-noi/?{WE}")
    page = html_of(response)
    assert response.context["verdict"].code == "check"
    lines = {line.title: line for line in response.context["lines"]}
    assert lines["What for"].badge.code == "check"
    assert "The call names other purposes: see which costs it pays." in page
    assert lines["What for"].words == ("Ecological transition",)
    assert lines["Where"].badge.code == "check"
    assert lines["Where"].words == ("The whole country", "Sede in Italia")
    assert lines["Kind of body"].words == (
        "Enterprises",
        "Cooperatives and non-profit associations",
        "Public bodies",
    )
    assert lines["How much"].badge.code == "fits"
    assert "Rating di legalità" not in page
    for verdict in ("Fits", "To be checked"):
        assert verdict in page
    assert 'href="https://mic.example/avviso"' in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"regions": ["ITC4"], "ateco": "59"}, "What stands against it:</span> <b>Where</b>"),
        (
            {"ateco": "59", "municipalities": "Bari", "grant_max": None},
            "To be checked:</span> <b>Where, Sector, How much</b>",
        ),
    ],
)
def test_what_is_in_the_way_is_named_beside_the_verdict(client, fitting, fields, words):
    FundingSheetPage.objects.filter(pk=fitting.pk).update(**fields)
    verdict = html_of(client.get(f"{fitting.url}fa-per-noi/?{WE}")).partition('<dl class="criteria">')[0]
    assert words in verdict
    assert ("<b>" in verdict.partition('class="verdict"')[2]) == bool(words)


@pytest.mark.parametrize(
    ("fields", "lead"),
    [
        ({}, "By what the sheet says and what you have answered, nothing stands against it."),
        (
            {"grant_max": Decimal(20_000)},
            "Nothing stands against it, but the grant is smaller than what you need.",
        ),
        (
            {"grant_max": Decimal(20_000), "ateco": "59"},
            "The grant is smaller than what you need, and 1 more point is left to check.",
        ),
        ({"ateco": "59"}, "It depends on 1 point that only you can check."),
        ({"ateco": "59", "grant_max": None}, "It depends on 2 points that only you can check."),
        (
            {"regions": ["ITC4"], "ateco": "59"},
            "By what the sheet says, at least one thing stands against it.",
        ),
    ],
)
def test_the_headline_says_what_stands_below_it(client, fitting, fields, lead):
    FundingSheetPage.objects.filter(pk=fitting.pk).update(**fields)
    response = client.get(f"{fitting.url}fa-per-noi/?{WE}")
    assert response.context["verdict_lead"] == lead
    assert f'<p class="lead">{lead}</p>' in html_of(response)


def test_a_requirement_to_be_checked_is_no_clean_bill(client, fitting):
    fitting.requirements = [
        ("requirement", {"text": "Cooperativa sociale di tipo B", "level": "needed"}),
        ("requirement", {"text": "Sede in Italia", "level": "needed"}),
    ]
    fitting.save()
    lead = client.get(f"{fitting.url}fa-per-noi/?{WE}").context["verdict_lead"]
    assert lead == "It depends on 2 points that only you can check."


def test_the_way_back_leads_to_the_finder_with_the_answers(client, fitting):
    page = html_of(client.get(f"{fitting.url}fa-per-noi/?{WE}"))
    answers = WE.replace("&", "&amp;")
    assert f'href="/it/bandi/?{answers}&amp;sort=fit"' in page
    assert f'href="{fitting.url}?{answers}"' in page


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({}, ""),
        ({"suspended": True}, "The call is suspended: for now nobody can apply."),
        ({"closes_on": date(2026, 11, 1)}, "The call is closed: nobody can apply any more."),
        ({"opens_on": date(2026, 12, 1)}, "The call is not open yet. It opens: 1 dicembre 2026."),
        (
            {"closes_on": date(2026, 11, 1), "results_awaited": True},
            "The call has closed: applications are being assessed.",
        ),
    ],
)
def test_whether_one_can_apply_now_is_told_beside_the_verdict(client, make_sheet, fields, note):
    sheet = make_sheet(beneficiaries=["cooperative"], **fields)
    response = client.get(f"{sheet.url}fa-per-noi/?form=worker-cooperative")
    assert response.context["status_note"] == note
    if sheet.status in OVER:
        # Nothing but that: neither a verdict nor questions that would lead to one.
        page = html_of(response)
        assert "verdict" not in response.context and "profile-form" not in page and "criteria" not in page
    else:
        assert response.context["verdict"].code == "check"


def test_hostile_words_of_a_sheet_stay_words(client, make_sheet):
    sheet = make_sheet(municipalities="<script>alert(1)</script>")
    assert "<script>alert" not in html_of(client.get(f"{sheet.url}fa-per-noi/?{WE}"))


# The finder -------------------------------------------------------------------------------------------------
def titles(context) -> list[str]:
    return [sheet.title for sheet in context["sheets"]]


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
        "Kind of body",
        "Where",
    ]
    page = html_of(response)
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


def test_nothing_about_the_visitor_is_kept(catalogue, search_index, client, fitting):
    search_index.rebuild()
    for path in ("/it/bandi/", ASK, fitting.url, f"{fitting.url}fa-per-noi/"):
        response = client.get(f"{path}?{WE}")
        assert "no-store" in response["Cache-Control"]
        assert not response.cookies
        assert "no-store" not in client.get(path)["Cache-Control"]


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


def test_the_pages_that_ask_cost_few_queries(client, full_sheet, django_assert_max_num_queries):
    for path in (f"{ASK}?{WE}", f"{full_sheet.url}fa-per-noi/?{WE}"):
        client.get(path)
        with django_assert_max_num_queries(12):
            client.get(path)
