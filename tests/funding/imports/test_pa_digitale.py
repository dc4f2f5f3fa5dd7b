"""PA digitale 2026: no identifiers, a trailing separator, and calls that are over."""

from datetime import date

import pytest


@pytest.fixture
def calls(read):
    return {record.identifier: record for record in read("pa-digitale", "pa-digitale.csv").records}


def test_the_title_identifies_and_its_return_has_its_day(calls):
    assert list(calls)[1:3] == ["143-app-io-altri-enti", "143-app-io-altri-enti-2026-11-02"]


def test_measures_and_amounts(calls):
    values = calls["143-app-io-altri-enti"].values
    assert values["measure"] == "M1C1I1.4.3"
    assert values["budget"] == "15000000.00"
    assert values["whole_country"] is True


def test_recipients_with_a_trailing_separator(calls):
    values = calls["143-app-io-altri-enti"].values
    assert values["beneficiaries"] == ["public-body", "university"]
    assert values["requirements"][0]["value"]["text"] == "ASL;Università;Citta Metropolitane"


def test_over_without_a_day_or_with_one_to_come_is_concluded(calls, read):
    assert calls["11-infrastrutture-scuole"].values["concluded"] is True
    assert calls["145-notifiche-comuni"].values["concluded"] is True
    assert "concluded" not in calls["12-cloud-per-le-biblioteche-comuni"].values
    later = read("pa-digitale", "pa-digitale.csv", today=date(2027, 3, 1))
    assert (
        "concluded"
        not in {record.identifier: record for record in later.records}["145-notifiche-comuni"].values
    )
