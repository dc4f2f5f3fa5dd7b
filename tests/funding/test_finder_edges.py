"""The finder's answers where a fact is not known, at the ends of days, and to addresses that nobody types."""

import re
from datetime import date, time
from decimal import Decimal
from urllib.parse import urlencode

import brotli
import pytest
from django.conf import settings

from cms.list_page.params import read_pairs
from funding.catalogue.finder.parameters import DAY_PARAMETERS

from .asking import ask_again, counts, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(make_sheet, search_index, client):
    """Titles for a query, the index brought up to date once."""
    done = []

    def ask(query: str) -> list[str]:
        if not done:
            done.append(search_index.rebuild())
        return titles(ask_again(client, query))

    return ask


def test_an_unknown_amount_answers_no_amount_and_comes_last(make_sheet, found):
    make_sheet(title="Ignoto", grant_max=None)
    make_sheet(title="Dal minimo", grant_min=Decimal(900_000))
    make_sheet(title="Preciso", grant_max=Decimal("50000.00"))
    make_sheet(title="Meno", grant_max=Decimal("49999.99"))
    assert found("amount=50000") == ["Preciso"]
    assert found("amount=49.999,99&sort=amount") == ["Preciso", "Meno"]
    assert found("sort=amount")[:2] == ["Preciso", "Meno"]
    assert set(found("sort=amount")[2:]) == {"Ignoto", "Dal minimo"}


def test_days_are_included_whole_and_in_rome(make_sheet, found):
    make_sheet(title="Prima", closes_on=date(2026, 12, 11))
    make_sheet(title="Il giorno", closes_on=date(2026, 12, 12))
    make_sheet(title="A mezzanotte", closes_on=date(2026, 12, 13), closes_at=time(0))
    make_sheet(title="Dopo", closes_on=date(2026, 12, 14), closes_at=time(0))
    assert found("closes_before=2026-12-12") == ["Prima", "Il giorno", "A mezzanotte"]
    assert found("closes_after=2026-12-12") == ["Il giorno", "A mezzanotte", "Dopo"]
    assert found("closes_after=2026-12-12&closes_before=2026-12-12") == ["Il giorno", "A mezzanotte"]


def test_what_has_no_closing_day_closes_neither_before_nor_after_one(make_sheet, found):
    make_sheet(title="Mai", closes_on=None, no_deadline=True)
    make_sheet(title="Non si sa", closes_on=None)
    make_sheet(title="Segnaposto", closes_on=date(2099, 12, 31))
    make_sheet(title="Un giorno", closes_on=date(2026, 12, 1))
    make_sheet(title="Dopo", closes_on=date(2026, 12, 20))
    assert found("closes_after=2026-12-15") == ["Dopo"]
    assert found("closes_before=2199-12-31") == ["Un giorno", "Dopo"]
    assert found("deadline=none") == ["Mai"]
    assert found("closes_after=2026-12-15&deadline=none") == ["Dopo", "Mai"]
    assert found("status=undated") == ["Non si sa", "Segnaposto"]
    assert found("") == ["Un giorno", "Dopo", "Mai", "Non si sa", "Segnaposto"]


def test_closes_by_a_day_means_from_today_unless_a_status_is_asked_for(make_sheet, found):
    past = {"closes_on": date(2026, 10, 1)}
    make_sheet(title="Chiuso", **past)
    make_sheet(title="Senza apertura", opens_on=None, **past)
    make_sheet(title="In valutazione", results_awaited=True, **past)
    make_sheet(title="Sospeso", suspended=True, **past)
    make_sheet(title="Aperto", closes_on=date(2026, 12, 1))
    assert found("closes_before=2026-12-31") == ["Aperto"]
    assert set(found("closes_before=2026-12-31&status=evaluation")) == {"In valutazione"}
    assert len(found("closes_before=2026-12-31&status=any")) == 5
    assert set(found("status=closed")) == {"Chiuso", "Senza apertura"}
    assert found("status=forthcoming") == []


def test_opening_days_are_included_and_an_unknown_one_is_none(make_sheet, found):
    make_sheet(title="Il giorno", opens_on=date(2026, 12, 1))
    make_sheet(title="Prima", opens_on=date(2026, 11, 30))
    make_sheet(title="Non si sa", opens_on=None)
    make_sheet(title="Il mese", opens_on=date(2026, 12, 1), opening_month_only=True)
    assert set(found("opens_after=2026-12-01")) == {"Il giorno", "Il mese"}
    assert found("opens_after=2026-12-31") == ["Il mese"]
    assert found("opens_after=2027-01-01") == []
    assert found("status=forthcoming") == ["Prima", "Il giorno", "Il mese"]


def test_what_an_address_asks_that_does_not_exist_is_ignored_with_a_word(make_sheet, found, client):
    make_sheet(title="Uno")
    assert found("status=provisional&deadline=never") == ["Uno"]
    told = " ".join(ask_again(client, "status=provisional&deadline=never")["notices"])
    assert "provisional" in told
    assert "never" in told


def test_a_national_call_answers_every_region_and_counts_in_each(make_sheet, found, client):
    make_sheet(title="Nazionale", whole_country=True)
    make_sheet(title="Ligure", regions=["ITC3"])
    make_sheet(title="Senza luogo")
    assert set(found("region=ITC3")) == {"Nazionale", "Ligure"}
    assert found("region=ITG2") == ["Nazionale"]
    assert found("region=EXT") == []
    regions = counts(ask_again(client, "region=ITC3"), "region")
    assert (regions["IT"], regions["ITC3"], regions["ITG2"]) == (1, 2, 1)


def test_every_count_of_every_facet_is_what_choosing_that_value_gives(make_sheet, found, client):
    many = {"beneficiaries": ["cooperative", "citizen"], "sizes": ["micro"], "sectors": ["culture", "ict"]}
    make_sheet(
        **many, regions=["ITC3"], measure="M1C3I1.3", component="M1C3", mission="M1", purposes=["training"]
    )
    make_sheet(**many, whole_country=True, aid_forms=["grant"], costs=["staff"], grant_max=Decimal(9000))
    make_sheet(
        sectors=["ict"],
        regions=["ITC3"],
        territories=["inner-areas"],
        grant_max=Decimal(5000),
        suspended=True,
    )
    found("")
    for query in (
        "",
        "sector=ict&region=ITC3",
        "amount=6000&status=any",
        "status=suspended&q=teatri&size=micro",
    ):
        context = ask_again(client, query)
        names = {facet.name for facet in context["facets"]} | {"mission", "component", "measure"}
        others = context["parameters"]
        for name in names:
            for value, count in counts(context, name).items():
                pairs = [pair for pair in others.without(name).pairs() if pair[0] != name]
                asked = "&".join(f"{key}={one}" for key, one in [*pairs, (name, value)])
                assert ask_again(client, asked)["total"] == count, (query, name, value)


def test_titles_are_ordered_without_accents_and_equals_keep_their_order(make_sheet, found):
    for title in ("zeta", "Èlite", "elica", "«Alba»", "Uguale", "uguale", "Àncora"):
        make_sheet(title=title)
    assert found("sort=title&per=25") == ["«Alba»", "Àncora", "elica", "Èlite", "Uguale", "uguale", "zeta"]
    assert found("sort=relevance&per=25") == found("sort=newest&per=25")


def test_letters_that_a_client_did_not_encode_are_read_all_the_same():
    sent = "q=città".encode().decode("latin-1")
    assert read_pairs(sent) == read_pairs("q=citt%C3%A0") == [("q", "città")]
    assert read_pairs("q=%ED%A0%80") == [("q", "\ufffd" * 3)]


def test_too_much_is_cut_and_told(found, client):
    found("")
    for query in (
        "&".join(f"amount={number}" for number in range(10_000)),
        "&".join(f"closes_before=2026-12-{day:02}&x={day}" for day in range(1, 29)) + "&q=" + "parola+" * 100,
        "&".join(f"region=R{number}" for number in range(10_000)),
        "q=" + "x" * 100_000,
    ):
        notices = ask_again(client, query)["notices"]
        assert any("only the first" in notice.lower() for notice in notices), query[:40]
        assert sum(map(len, notices)) < 600


@pytest.mark.parametrize(
    ("given", "told", "field"),
    [
        ("0002-06-11", "“11/06/0002” is no day on which a call can open or close", "0002-06-11"),
        ("9999-01-02", "“02/01/9999” is no day on which a call can open or close", "9999-01-02"),
        ("2026-02-30", "“30/02/2026” is no day on which a call can open or close", "2026-02-30"),
        ("domani", "“domani” is no day on which a call can open or close", "domani"),
    ],
)
@pytest.mark.parametrize("name", DAY_PARAMETERS)
def test_a_day_that_cannot_be_is_told_as_the_visitor_sees_it_and_stays_to_be_corrected(
    found, client, name, given, told, field
):
    found("")
    context = ask_again(client, f"{name}={given}&status=open")
    assert [told in notice for notice in context["notices"]] == [True]
    assert context["typed"][name] == field
    assert context["address"] == f"/it/bandi/?status=open&{name}={field}"
    assert f'value="{field}"' in client.get(f"/it/bandi/?{name}={given}").text


def test_an_amount_stays_as_it_was_typed_and_its_address_has_the_number(found, client):
    found("")
    for typed in ("50.000", "50mila", "50 mila euro"):
        context = ask_again(client, urlencode({"amount": typed, "closes_before": "31/12/2026"}))
        assert (context["typed"]["amount"], context["typed"]["closes_before"]) == (typed, "2026-12-31")
        assert context["address"] == "/it/bandi/?amount=50000&closes_before=2026-12-31"
        assert context["notices"] == [] and context["field_errors"] == {}
    assert ask_again(client, "amount=50000")["typed"]["amount"] == "50000"


@pytest.mark.parametrize(
    ("name", "given", "field"),
    [("amount", "molto", "finder-amount"), ("closes_after", "2026-02-30", "finder-closes-after")],
)
def test_what_is_not_understood_is_told_beside_its_field_too(found, client, name, given, field):
    found("")
    response = client.get(f"/it/bandi/?{name}={given}")
    (notice,) = response.context["notices"]
    assert f'<p class="mistake" id="{field}-wrong">{notice}</p>' in response.text
    assert response.text.count('aria-invalid="true"') == 1
    assert re.search(rf'id="{field}"[^>]*-wrong"[^>]* aria-invalid="true"', response.text)
    assert '<details class="filters" open>' in response.text, "on a phone the field is folded away"
    assert response.context["typed"][name] == given
    assert "{#" not in response.text


@pytest.mark.parametrize("later", ["closes_after", "opens_after"])
def test_two_days_that_contradict_each_other_are_told(found, client, later):
    found("")
    context = ask_again(client, f"closes_before=2026-12-01&{later}=2026-12-20")
    (notice,) = context["notices"]
    assert "(01/12/2026) comes before" in notice and "(20/12/2026)" in notice
    assert context["field_errors"] == {"closes_before": notice, later: notice}
    assert context["total"] == 0
    assert ask_again(client, f"closes_before=2026-12-20&{later}=2026-12-20")["notices"] == []


def test_a_page_of_25_sheets_and_all_facets_is_light(make_sheet, found, client):
    lists = {
        "beneficiaries": ["cooperative", "citizen"],
        "sectors": ["culture", "ict"],
        "purposes": ["training"],
    }
    for number in range(25):
        make_sheet(
            title=f"Contributi numero {number} per il rinnovo delle sale",
            summary=f"Fino a {number}0.000 euro per chi apre, rinnova o attrezza una sala di {number} posti.",
            whole_country=True,
            measure=f"M1C3I1.{number}",
            component="M1C3",
            mission="M1",
            **lists,
        )
    assert len(found("per=25")) == 25
    page = client.get("/it/bandi/?per=25").content
    assert len(brotli.compress(page, quality=5)) <= 25_000


def test_all_scripts_that_visitors_load_are_small_together():
    folder = settings.ROOT / "site" / "static" / "js"
    scripts = [script for script in folder.rglob("*.js") if folder / "admin" not in script.parents]
    assert sum(script.stat().st_size for script in scripts) < 24_000
