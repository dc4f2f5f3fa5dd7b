"""Italia Domani: padded codes, lots, placeholders, and states without a day."""

import pytest


@pytest.fixture
def calls(read):
    return {record.identifier: record for record in read("italia-domani", "italia-domani.csv").records}


def test_rows_of_one_call_become_one_sheet(calls):
    assert list(calls) == ["501", "510", "520", "530", "540"]
    values = calls["510"].values
    assert values["budget"] == "3000000.25"
    assert values["source_updated_on"] == "2022-06-10"
    assert "AAAA000001" in values["body"][1]["value"]
    assert "AAAA000002" in values["body"][1]["value"]


def test_lots_named_in_the_title_are_one_call_under_the_title_up_to_the_lot(calls):
    values = calls["520"].values
    assert values["official_title"] == "Gara unica per la biglietteria comune dei musei"
    assert "tornelli" in values["body"][1]["value"]
    # One of its lots has a placeholder for an amount, so the whole is not known.
    assert "budget" not in values


def test_the_same_title_on_other_days_is_another_call(calls):
    assert calls["530"].values["opens_on"] == "2022-10-12"
    assert calls["530"].values["official_title"].endswith("LOTTO 1, prot. n. 9 (casse)")


def test_codes_lose_their_padding(calls):
    assert calls["501"].values["measure"] == "M1C3I1.2"
    assert calls["510"].values["measure"] == "M1C2I3.1.3"
    assert "measure" not in calls["540"].values


def test_titles_lose_stray_blanks_and_line_breaks(calls):
    assert calls["501"].values["official_title"] == "Avviso per musei senza barriere"
    assert calls["501"].values["kind"] == "notice"


def test_over_without_a_day_or_before_it_is_concluded(calls):
    assert calls["520"].values["concluded"] is True
    assert calls["530"].values["concluded"] is True
    assert "concluded" not in calls["501"].values


def test_until_the_money_is_spent(calls):
    assert calls["540"].values["no_deadline"] is True
    assert calls["540"].values["dates_note"] == "Fino ad esaurimento risorse"


def test_amounts_and_addresses(calls):
    assert calls["501"].values["budget"] == "123214700.50"
    assert calls["501"].values["official_page"] == "https://www.example.org/musei"
    assert calls["501"].values["documents"][0]["value"]["link"] == "https://www.example.org/musei/faq"
    assert "official_page" not in calls["540"].values


def test_recipients_are_codes_and_the_source_s_own_words(calls):
    values = calls["501"].values
    assert values["beneficiaries"] == ["cooperative", "public-body", "university"]
    assert values["requirements"][0]["value"]["text"] == "Comuni; Università, Enti del terzo settore"
    assert calls["540"].values["sizes"] == ["small", "medium"]
