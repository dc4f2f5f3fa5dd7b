"""What a source says of the state of a call: over, suspended, running, or something we do not know."""

import pytest

HEADINGS = {
    "pa-digitale": ("titolo,misura,data_inizio_bando,data_fine_bando,stato", ","),
    "italia-domani": (
        "Codice Univoco Submisura;Numero seriale;Titolo Bando o Avviso;Data apertura bando;"
        "Data chiusura effettiva bando;Stato del Bando",
        ";",
    ),
}


@pytest.fixture
def call(read, tmp_path):
    """The one call of a file whose rows have ``states``."""

    def call(source, *states):
        heading, sign = HEADINGS[source]
        if source == "pa-digitale":
            rows = [("Cloud", "1.2 Cloud", "2026-09-01", "2027-01-31", state) for state in states]
        else:
            rows = [
                ("M1C3I1.02.00", str(number), "Musei", "01/09/2026", "31/01/2027", state)
                for number, state in enumerate(states, 1)
            ]
        path = tmp_path / "calls.csv"
        path.write_text("\n".join([heading, *(sign.join(row) for row in rows)]) + "\n")
        (record,) = read(source, path).records
        return record

    return call


@pytest.mark.parametrize("source", HEADINGS)
@pytest.mark.parametrize(
    ("state", "suspended", "warned"),
    [("SOSPESO", True, False), ("In corso", False, False), ("", False, False), ("In verifica", False, True)],
)
def test_a_suspended_call_is_suspended_and_an_unknown_state_is_told(call, source, state, suspended, warned):
    record = call(source, state)
    assert record.values.get("suspended", False) is suspended
    assert [("In verifica" in warning, "state" in warning) for warning in record.warnings] == [
        (True, True)
    ] * warned


def test_a_call_is_suspended_when_all_its_lots_are(call):
    assert call("italia-domani", "Sospeso", "Sospeso").values["suspended"] is True
    assert "suspended" not in call("italia-domani", "Sospeso", "In corso").values
