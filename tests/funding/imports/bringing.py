"""A catalogue of calls that a test may change, and what an import makes of it."""

import json
from datetime import UTC, datetime

import pytest
import time_machine
from django.utils import timezone

from funding.imports.apply import apply_plan
from funding.imports.plan import make_plan
from funding.imports.readers import read_file
from funding.models import FundingSheetPage

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ROW = {
    "ID_Incentivo": "1",
    "Titolo": "Bando Botteghe",
    "Data_apertura": "2026-03-02T00:00:00",
    "Data_chiusura": "2026-12-11T00:00:00",
    "Agevolazione_Concedibile_max": "20000",
    "Descrizione": "Cos'è Paga gli arredi & l'affitto.",
    "Regioni": ["Liguria"],
    "Soggetto_Concedente": "Regione Liguria",
    "Base_normativa_primaria": "Legge 1/2026",
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def source(tmp_path):
    """A catalogue of three calls that a test may change."""
    path = tmp_path / "incentivi.json"

    def write(changes=(), **common):
        rows = [ROW | {"ID_Incentivo": str(number), **common} for number in (1, 2, 3)]
        for row in rows:
            row.update(dict(changes).get(row["ID_Incentivo"], {}))
        path.write_text(json.dumps(rows), encoding="utf-8")
        return path

    return write


def bring_in(path, publish=False, source="incentivi"):
    plan = make_plan(read_file(source, path, timezone.localdate()), publish)
    return plan, apply_plan(plan, publish)


def sheet(identifier):
    return FundingSheetPage.objects.get(import_record__identifier=identifier)


def draft(identifier):
    return sheet(identifier).get_latest_revision_as_object()
