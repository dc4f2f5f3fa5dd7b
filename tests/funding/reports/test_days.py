"""Lists tell a day as the public page does, and a range of days that there cannot be as such."""

from datetime import date, time

import pytest

from tests.editors.dashboard.test_reports import address, rows
from tests.factories import pages

pytestmark = pytest.mark.django_db

OPEN = {"opens_on": date(2026, 8, 6), "summary": "Una frase."}


def test_a_placeholder_is_no_day_and_midnight_ends_the_day_before(expert, site):
    pages.sheet(site.funding, title="Segnaposto", closes_on=date(2044, 8, 6), **OPEN)
    pages.sheet(site.funding, title="Mezzanotte", closes_on=date(2026, 12, 20), closes_at=time(0), **OPEN)
    days = {row["Funding sheet"]: row["Closes"] for row in rows(expert, "not-verified")}
    assert (days["Segnaposto"], days["Mezzanotte"]) == ("", "2026-12-19")
    for there in (address("not-verified"), "/admin/funding_sheets/"):
        text = expert.get(there).content.decode()
        assert "Segnaposto" in text and "2044" not in text
        assert "19 December 2026" in text or "19 dicembre 2026" in text


def test_a_range_that_ends_before_it_begins_is_told(expert, site):
    query = "?closes_on_from=31/12/2026&closes_on_to=1/12/2026"
    for there in (address("not-verified") + query, address("not-verified").rstrip("/") + "/results/" + query):
        text = expert.get(there).content.decode()
        assert (
            "1 dicembre 2026 viene prima del 31 dicembre 2026" in text
            or "1 December 2026 comes before" in text
        )
    right = expert.get(address("not-verified") + "?closes_on_from=1/12/2026&closes_on_to=31/12/2026")
    text = right.content.decode()
    assert "comes before" not in text and "viene prima" not in text
    assert "01 Dicembre" not in text and ("1 December 2026 - 31" in text or "1 dicembre 2026 - 31" in text)
