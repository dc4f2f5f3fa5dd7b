"""A sheet that fits, and the answers of a cooperative as an address carries them."""

import re
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

import pytest

from funding.catalogue.eligibility.address import profile_pairs

from .profiles import COOPERATIVE

WE = urlencode(profile_pairs(COOPERATIVE))
ASK = "/it/bandi/fa-per-noi/"


@pytest.fixture
def fitting(make_sheet):
    return make_sheet(
        title="Adatto",
        slug="adatto",
        closes_on=date(2026, 12, 30),
        beneficiaries=["cooperative"],
        sizes=["small"],
        regions=["ITF4"],
        purposes=["digitalisation"],
        grant_max=Decimal(50_000),
        official_page="https://mic.example/avviso",
    )


def html_of(response) -> str:
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())
