"""A sheet for machines says what it says to people, and nothing that is not known."""

import json
import re
from datetime import date, datetime, time

import pytest

from funding.presentation.structured_data import of_sheet

pytestmark = pytest.mark.django_db


def read(client, sheet) -> dict:
    """The service as a program finds it in the page."""
    html = client.get(sheet.url).content.decode()
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    document = json.loads(text)
    assert document["@context"] == "https://schema.org"
    return next(node for node in document["@graph"] if node["@type"] == "GovernmentService")


def test_a_full_sheet_is_a_service_with_its_offer(full_sheet, client):
    service = read(client, full_sheet)
    assert service["@id"] == service["url"] == "http://testserver/it/bandi/sale-teatrali/"
    assert service["inLanguage"] == "it"
    assert service["funder"] == {
        "@type": "Organization",
        "name": "Ministero della Cultura",
        "url": "https://mic.example",
    }
    assert service["provider"]["name"] == "Invitalia"
    assert service["areaServed"] == [{"@type": "Country", "name": "Italy", "identifier": "IT"}]
    assert [one["audienceType"] for one in service["audience"]] == [
        "Enterprises",
        "Cooperatives and non-profit associations",
        "Public bodies",
    ]
    assert service["availableChannel"]["serviceUrl"] == "https://domande.example/avviso"
    assert service["availableChannel"]["servicePhone"]["email"] == "bandi@mic.example"
    assert service["isBasedOn"] == {
        "@type": "CreativeWork",
        "name": "incentivi.gov.it",
        "url": "https://www.incentivi.gov.it/it/catalogo/1",
        "license": "IODL 2.0",
        "identifier": "1426",
    }
    offer = service["offers"]
    assert offer["validThrough"] == "2026-12-01T12:00:00+01:00"
    assert offer["availability"] == "https://schema.org/LimitedAvailability"
    assert offer["eligibleRegion"] == service["areaServed"]
    assert offer["priceSpecification"] == {
        "@type": "PriceSpecification",
        "priceCurrency": "EUR",
        "maxPrice": "250000.00",
    }


def test_regions_are_named_with_their_code(make_sheet):
    assert of_sheet(make_sheet(regions=["ITI4"]))["areaServed"] == [
        {"@type": "AdministrativeArea", "name": "Lazio", "identifier": "ITI4"}
    ]


COURSES = [
    ({"opens_on": date(2026, 12, 1)}, "PreOrder", "2026-12-31T23:59:59+01:00"),
    ({}, "InStock", "2026-12-31T23:59:59+01:00"),
    ({"closes_on": None, "no_deadline": True}, "InStock", None),
    (
        {"closes_on": date(2026, 11, 25), "closes_at": time(12)},
        "LimitedAvailability",
        "2026-11-25T12:00:00+01:00",
    ),
    (
        {"closes_on": date(2026, 10, 1), "results_awaited": True},
        "SoldOut",
        "2026-10-01T23:59:59+02:00",
    ),
    ({"suspended": True}, "OutOfStock", "2026-12-31T23:59:59+01:00"),
    ({"closed_early_on": date(2026, 11, 1)}, "Discontinued", "2026-11-01T00:00:00+01:00"),
    ({"closes_on": None, "concluded": True}, "Discontinued", None),
]


@pytest.mark.parametrize(("fields", "availability", "end"), COURSES)
def test_an_offer_follows_the_status(make_sheet, fields, availability, end):
    offer = of_sheet(make_sheet(**fields))["offers"]
    assert offer["availability"] == f"https://schema.org/{availability}"
    assert offer.get("validThrough") == end
    if end:
        datetime.fromisoformat(end)


def test_what_is_not_known_is_not_there(make_sheet):
    service = of_sheet(make_sheet(opens_on=None, closes_on=None, grantor=None, summary=""))
    missing = {
        "funder",
        "provider",
        "audience",
        "areaServed",
        "availableChannel",
        "isBasedOn",
        "identifier",
        "category",
        "description",
    }
    assert not missing & set(service)
    assert set(service["offers"]) == {"@type"}  # nobody knows whether it can be had
