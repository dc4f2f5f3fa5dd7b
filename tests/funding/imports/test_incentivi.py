"""incentivi.gov.it: every trap of its two formats."""

import pytest


@pytest.fixture
def calls(read):
    return {record.identifier: record for record in read("incentivi", "incentivi.json").records}


def test_json_csv_and_the_search_reply_say_the_same(read):
    readings = [
        read("incentivi", name) for name in ("incentivi.json", "incentivi.csv", "incentivi-search.json")
    ]
    prints = [[record.fingerprint for record in reading.records] for reading in readings]
    assert prints[0] == prints[1] == prints[2]
    assert len(prints[0]) == 5
    assert [len(reading.refusals) for reading in readings] == [4, 4, 4]


def test_a_file_with_bom_and_semicolons_says_the_same(read, data, tmp_path):
    import csv

    with (data / "incentivi.csv").open(newline="") as plain:
        rows = list(csv.reader(plain))
    path = tmp_path / "incentivi.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    one, other = read("incentivi", "incentivi.csv"), read("incentivi", path)
    assert [record.values for record in one.records] == [record.values for record in other.records]


def test_the_title_is_the_source_s_with_single_blanks(calls):
    assert calls["101"].values["official_title"] == calls["101"].title == "Bando Botteghe di quartiere 2026"


def test_days_are_days_in_italy_and_only_a_note_gives_the_hour(calls):
    values = calls["101"].values
    assert (values["opens_on"], values["closes_on"]) == ("2026-03-02", "2026-05-29")
    assert values["source_updated_on"] == "2026-03-29"
    assert values["dates_note"] and (values["opens_at"], values["closes_at"]) == ("10:00:00", "16:00:00")
    assert "closes_at" not in calls["103"].values


def test_lists_are_codes_in_order_once_each(calls):
    values = calls["101"].values
    assert values["costs"] == ["services", "materials"]
    assert values["sizes"] == ["micro", "small"]
    assert values["sectors"] == ["trade", "furniture"]
    assert values["municipalities"] == "Camogli, Recco, Sori"
    assert values["territories"] == ["inner-areas"]


def test_commas_that_lost_their_backslash_are_understood(read, tmp_path):
    path = tmp_path / "i.csv"
    path.write_text(
        'ID_Incentivo,Titolo,Costi_Ammessi\n1,Uno,"Materie prime, di consumo e merci,Costo del personale"\n'
    )
    record = read("incentivi", path).records[0]
    assert record.values["costs"] == ["staff", "materials"]
    assert not record.warnings


def test_places(calls):
    assert calls["102"].values["whole_country"] is True
    assert "regions" not in calls["102"].values
    # A grantor of one of the two provinces does not narrow what the source says.
    assert calls["103"].values["regions"] == ["ITH1", "ITH2"]


def test_amounts(calls):
    assert calls["101"].values["budget"] == "1500000.50"
    assert calls["101"].values["spend_min"] == "0.00"
    assert calls["103"].values["budget"] == "30065.16"
    assert "budget" not in calls["102"].values
    assert "grant_max" not in calls["102"].values
    assert any("Risorse del fondo ordinario" in warning for warning in calls["102"].warnings)


def test_a_measure_in_the_title_is_normalised(calls):
    values = calls["102"].values
    assert (values["mission"], values["component"], values["measure"]) == ("M1", "M1C3", "M1C3I1.3")


def test_no_deadline_only_where_the_source_says_so(calls):
    assert calls["102"].values["no_deadline"] is True
    assert "no_deadline" not in calls["103"].values
    assert "closes_on" not in calls["103"].values


def test_no_description_is_invented(calls):
    assert "summary" not in calls["103"].values
    assert "body" not in calls["103"].values
    assert calls["101"].values["summary"].startswith("Il bando sostiene le botteghe che riaprono.")
    headings = [block["value"] for block in calls["101"].values["body"] if block["type"] == "heading"]
    assert headings == ["Cos'è", "A chi si rivolge", "Cosa prevede"]


def test_acts_once_each_with_their_address(calls):
    acts = [block["value"] for block in calls["101"].values["legal_basis"]]
    assert acts[0]["act"] == "Legge regionale 1/2026"
    assert len(acts) == 2
    assert acts[1]["link"] == "https://www.example.org/bollettino/3"


def test_an_address_without_scheme_gets_one_and_prose_is_left_out(calls):
    assert calls["101"].values["official_page"] == "https://www.example.org/botteghe"
    assert "official_page" not in calls["103"].values


def test_unknown_values_are_left_out_with_a_warning(calls):
    assert calls["103"].values["sectors"] == ["culture"]
    assert any("Astronautica" in warning for warning in calls["103"].warnings)


def test_an_abbreviated_body_has_its_whole_name(calls):
    assert calls["102"].values["grantor"] == "Ministero della Cultura"


def test_source_licence_and_identifier_are_told(calls):
    values = calls["101"].values
    assert (values["source_name"], values["source_licence"], values["source_id"]) == (
        "incentivi.gov.it",
        "IODL 2.0",
        "101",
    )


def test_markup_of_a_source_is_text(calls):
    values = calls["107"].values
    assert values["official_title"] == '=HYPERLINK("x")'.join(["alert(1) ", ""])
    body = values["body"][0]["value"]
    assert "<script" not in body and "<a " not in body
    assert "&lt;script&gt;" in body
    assert "\u202e" not in body
    assert "official_page" not in values


def test_rows_that_cannot_be_used_are_refused_with_their_place(read):
    reading = read("incentivi", "incentivi.csv")
    reasons = {refusal.title: refusal.reasons[0] for refusal in reading.refusals}
    assert "column 6 (Data_chiusura)" in reasons["Premio alle imprese del mare"]
    assert "9999" in reasons["Premio alle imprese del mare"]
    assert "column 26 (Stanziamento_incentivo)" in reasons["Aiuti sotto zero"]
    assert "Senza numero" in reasons
    assert "" in reasons


def test_the_same_identifier_twice(read, tmp_path):
    path = tmp_path / "i.csv"
    path.write_text("ID_Incentivo,Titolo\n1,Uno\n1,Uno\n1,Due\n")
    reading = read("incentivi", path)
    assert [record.title for record in reading.records] == ["Uno"]
    assert "2" in reading.refusals[0].reasons[0]
    assert reading.refusals[0].line == 4
    assert reading.notices == ("1 record says again what an earlier one says, and counts once (line 3).",)


def test_a_record_inside_a_record_is_no_text(read, tmp_path):
    path = tmp_path / "nested.json"
    path.write_text(
        '[{"ID_Incentivo": "1", "Titolo": {"it": "Bando"}}, {"ID_Incentivo": "2", "Titolo": "Buono"}]'
    )
    reading = read("incentivi", path)
    assert [record.identifier for record in reading.records] == ["2"]
    assert "no title" in reading.refusals[0].reasons[0]
