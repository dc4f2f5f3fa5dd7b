"""The list as data follows its published schema and says on which terms it may be used."""

import json
from datetime import date

import pytest
from jsonschema import Draft202012Validator
from wagtail.documents import get_document_model
from wagtail.models import Site

from cms.models import PortalSettings
from tests.funding.test_finder import catalogue  # noqa: F401

from .conftest import data

pytestmark = pytest.mark.django_db


def published_schema(client, base: str = "/it/bandi/") -> dict:
    response = client.get(f"{base}export-schema.json")
    assert response["Content-Type"] == "application/schema+json"
    schema = json.loads(response.content)
    Draft202012Validator.check_schema(schema)
    return schema


def problems(schema: dict, value: dict) -> list:
    checker = Draft202012Validator.FORMAT_CHECKER
    return list(Draft202012Validator(schema, format_checker=checker).iter_errors(value))


@pytest.mark.parametrize("base", ["/it/bandi/", "/en/funding/"])
def test_follows_the_schema_that_it_names(full_sheet, catalogue, fetch, client, base):  # noqa: F811
    schema = published_schema(client, base)
    for query in ("status=any", "status=open&region=Atlantis", "q=nulla"):
        value = data(fetch(f"export.json?{query}", base))
        assert problems(schema, value) == []
        assert value["$schema"] == schema["$id"] == f"http://testserver{base}export-schema.json"
        assert value["count"] == len(value["records"])


def test_the_schema_describes_everything_and_refuses_what_is_wrong(full_sheet, fetch, client):
    schema, value = published_schema(client), data(fetch("export.json"))
    (record,) = value["records"]
    described = schema["properties"]["records"]["items"]["properties"]
    assert set(described) == set(record)
    assert set(schema["properties"]) == set(value)
    assert all(one["description"] for one in [*described.values(), *schema["properties"].values()][:-1])
    for name, wrong in (
        ("status", {"code": "asleep", "label": "Asleep"}),
        ("grant_max", "250.000"),
        ("closes_on", "1/12/2026"),
        ("beneficiaries", ["cooperative"]),
        ("title", 3),
    ):
        assert problems(schema, value | {"records": [record | {name: wrong}]}), name
    assert problems(schema, {name: part for name, part in value.items() if name != "licence"})


def test_the_envelope_says_what_was_asked_and_on_which_terms(full_sheet, make_sheet, fetch):
    terms = PortalSettings.for_site(Site.objects.get(is_default_site=True))
    terms.owner, terms.licence_name = "Legacoop", "CC BY 4.0"
    terms.save()
    make_sheet(source_name="Regione Lazio", source_licence="CC BY 4.0")
    make_sheet(source_name="incentivi.gov.it", source_licence="IODL 2.0")
    value = data(fetch("export.json?status=open&status=closing&region=Atlantis&sort=title&page=3"))
    assert value["language"] == "it"
    assert value["publisher"]["name"] == "Legacoop"
    assert value["licence"]["name"] == "CC BY 4.0"
    assert value["generated_at"] == "2026-11-23T10:00:00+01:00"
    assert value["filters"] == {"status": ["open", "closing"]}
    assert value["sort"] == "title"
    assert value["title"].startswith("Bandi: ")
    assert len(value["notices"]) == 1
    assert "Atlantis" in value["notices"][0]
    assert value["address"] == "http://testserver/it/bandi/?status=open&status=closing&sort=title"
    assert sorted(source["name"] for source in value["sources"]) == ["Regione Lazio", "incentivi.gov.it"]
    assert value["count"] == 3


def test_the_statuses_are_named_even_where_nobody_asked_for_any(full_sheet, fetch):
    assert "closed" not in data(fetch("export.json"))["filters"]["status"]
    assert data(fetch("export.json?status=any"))["filters"] == {"status": ["any"]}


def test_a_record_tells_the_whole_sheet(full_sheet, fetch):
    file = get_document_model().objects.create(title="Modulo", file="documents/modulo.pdf")
    full_sheet.documents = [
        ("document", {"title": "Modulo", "file": file, "link": "", "day": None, "language": "it"}),
        (
            "document",
            {"title": "Testo", "file": None, "link": "https://mic.example/a.pdf", "day": date(2026, 8, 1)},
        ),
    ]
    full_sheet.save()
    (record,) = data(fetch("export.json"))["records"]
    assert record["status"] == {"code": "closing", "label": "Closing soon"}
    assert record["days_left"] == 8
    assert record["grant_max"] == 250_000
    assert record["grant_min"] is None
    assert record["grantor"]["website"] == "https://mic.example"
    assert record["requirements"] == [
        {"text": "Sede in Italia", "level": "needed"},
        {"text": "Rating di legalità", "level": "preferred"},
    ]
    assert record["documents"] == [
        {"title": "Modulo", "address": f"http://testserver{file.url}", "day": None, "language": "it"},
        {"title": "Testo", "address": "https://mic.example/a.pdf", "day": "2026-08-01", "language": None},
    ]
    assert record["legal_basis"] == [{"act": "D.M. 1/2021", "link": "https://norme.example/1"}]
    assert record["criteria"] == [{"name": "Qualità", "weight": "40 punti"}]
    assert record["steps"] == [{"title": "Graduatoria", "day": "2027-02-01"}]
    assert record["address"] == "http://testserver/it/bandi/sale-teatrali/"
