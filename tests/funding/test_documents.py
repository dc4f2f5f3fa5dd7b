"""What the search knows of a sheet."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.factories import pages

pytestmark = pytest.mark.django_db


def test_codes_amounts_and_moments_are_data(full_sheet):
    document = full_sheet.search_document()
    assert document.type == "funding"
    assert document.facets["beneficiary"] == ("enterprise", "cooperative", "public-body")
    assert document.facets["grantor"] == ("ministero-della-cultura",)
    assert document.facets["measure"] == ("M1C3I1.3",)
    assert document.facets["component"] == ("M1C3",)
    assert document.numbers == {"grant_max": Decimal(250_000)}
    assert document.moments == {
        "opens": datetime(2026, 9, 1, 8, tzinfo=UTC),
        "closes": datetime(2026, 12, 1, 11, tzinfo=UTC),
        "verified": datetime(2026, 11, 19, 23, tzinfo=UTC),
    }
    flags = ("suspended", "results_pending", "undated", "without_deadline", "opening_month_only")
    assert document.flags == dict.fromkeys(flags, False)
    assert document.day == date(2026, 8, 1)


def test_a_national_call_is_found_under_every_region(make_sheet):
    national = make_sheet(whole_country=True).search_document().facets["region"]
    assert "IT" in national
    assert len(national) == 22
    assert "EXT" not in national
    assert "EXT" in make_sheet(whole_country=True, regions=["EXT"]).search_document().facets["region"]
    assert make_sheet(regions=["ITC4"]).search_document().facets["region"] == ("ITC4",)


def test_the_words_of_the_facts_are_in_the_language_of_the_page(full_sheet, tree):
    english = pages.translate(full_sheet, tree.english.locale, title="Theatres", slug="theatres")
    facts = english.search_document().facts
    for words in ("Public bodies", "Culture", "M1C3I1.3", "Ministero della Cultura", "MiC", "Sede in Italia"):
        assert words in facts


def test_what_is_not_known_is_left_out(make_sheet):
    document = make_sheet(opens_on=None, closes_on=None, grantor=None).search_document()
    assert document.moments == {}
    assert document.numbers == {}
    assert document.facets["grantor"] == ()


def test_a_call_without_a_deadline_has_no_closing_moment(make_sheet):
    document = make_sheet(closes_on=None, no_deadline=True, concluded=True).search_document()
    assert "closes" not in document.moments
    assert document.moments["closed_early_at"] < datetime(2000, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("announced", "opens", "day"),
    [
        (None, date(2026, 9, 1), date(2026, 9, 1)),
        (None, date(2027, 3, 1), date(2026, 11, 24)),
        (None, None, date(2026, 11, 24)),
        (date(2026, 10, 5), date(2027, 3, 1), date(2026, 10, 5)),
    ],
)
def test_a_call_is_as_new_as_the_day_on_which_it_became_known(make_sheet, announced, opens, day):
    published = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)  # the day after in Italy
    sheet = make_sheet(announced_on=announced, opens_on=opens, closes_on=None, first_published_at=published)
    assert sheet.search_day() == day
