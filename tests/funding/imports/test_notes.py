"""What an import takes from a note on dates, and what it only tells."""

import json

import pytest


@pytest.fixture
def call(read, tmp_path):
    """The record of one call of incentivi.gov.it with these days."""

    def make(**cells):
        path = tmp_path / "calls.json"
        path.write_text(json.dumps([{"ID_Incentivo": "1", "Titolo": "Uno", **cells}]))
        [record] = read("incentivi", path).records
        return record

    return make


def days(record) -> tuple:
    names = ("opens_on", "opens_at", "closes_on", "closes_at", "no_deadline")
    return tuple(record.values.get(name) for name in names)


OPENS, CLOSES = "2027-03-02T00:00:00", "2027-06-30T00:00:00"


@pytest.mark.parametrize(
    ("note", "closes", "found", "warned"),
    [
        ("entro le ore 12.30 del 30 giugno 2027", CLOSES, ("2027-06-30", "12:30:00", None), False),
        ("entro le ore 12.30 del 30 aprile 2027", CLOSES, ("2027-06-30", None, None), True),
        ("Chiusura ore 12:00", CLOSES, ("2027-06-30", "12:00:00", None), False),
        ("entro le ore 24:00 del 30 giugno 2027", CLOSES, ("2027-07-01", "00:00:00", None), False),
        ("fino a esaurimento risorse", CLOSES, ("2027-06-30", None, None), False),
        ("fino a esaurimento risorse", None, (None, None, True), False),
        ("Domande dal 2 marzo 2027 fino a esaurimento fondi", None, (None, None, True), False),
        ("entro le ore 12 del 30 aprile 2027", None, ("2027-04-30", "12:00:00", None), True),
        ("salvo esaurimento delle risorse", None, (None, None, None), False),
    ],
)
def test_the_same_day_gives_its_hour_and_another_day_a_warning(call, note, closes, found, warned):
    cells = {"Data_chiusura": closes} if closes else {}
    record = call(Data_apertura=OPENS, Note_di_apertura_chiusura=note, **cells)
    assert days(record)[2:] == found
    assert any("Note_di_apertura_chiusura" in warning for warning in record.warnings) is warned


def test_midnight_in_a_source_is_no_hour_and_any_other_is_one(call):
    assert days(call(Data_apertura=OPENS, Data_chiusura=CLOSES)) == (
        "2027-03-02",
        None,
        "2027-06-30",
        None,
        None,
    )
    record = call(Data_apertura="2027-03-02T10:00:00", Data_chiusura="2027-06-30T16:30:00")
    assert days(record)[1:4] == ("10:00:00", "2027-06-30", "16:30:00")
    assert days(call(Data_chiusura="2027-06-30T23:59:59"))[3] is None


def test_a_draft_is_no_call_and_what_is_over_is_over(read, tmp_path):
    head = "titolo,misura,data_inizio_bando,data_fine_bando,stato\n"
    lines = [f"{state},1.2 Cloud,2027-01-01,2099-01-01,{state}" for state in ("BOZZA", "SCADUTO", "IN CORSO")]
    path = tmp_path / "calls.csv"
    path.write_text(head + "\n".join(lines))
    reading = read("pa-digitale", path)
    assert {record.title: record.values.get("concluded") for record in reading.records} == {
        "SCADUTO": True,
        "IN CORSO": None,
    }
    assert [refusal.title for refusal in reading.refusals] == ["BOZZA"]
