"""Sheets that fit the cooperative of the profiles, and others."""

from datetime import date
from decimal import Decimal

import pytest


@pytest.fixture
def fitting(make_sheet):
    return make_sheet(
        title="Adatto",
        slug="adatto",
        closes_on=date(2026, 12, 30),
        beneficiaries=["cooperative"],
        sizes=["small"],
        sectors=["culture"],
        regions=["ITF4"],
        purposes=["digitalisation"],
        grant_max=Decimal(50_000),
        official_page="https://mic.example/avviso",
    )


@pytest.fixture
def catalogue(fitting, make_sheet):
    """What fits closes last; what does not fit is closed, or closes first."""
    make_sheet(title="Altrove", closes_on=date(2026, 11, 25), regions=["ITC4"])
    make_sheet(title="Forse tardi", closes_on=date(2026, 12, 29), whole_country=True)
    make_sheet(title="Forse presto", closes_on=date(2026, 12, 1), beneficiaries=["cooperative"])
    make_sheet(
        title="Con requisiti",
        closes_on=date(2026, 12, 2),
        beneficiaries=["cooperative"],
        whole_country=True,
        purposes=["digitalisation"],
        grant_max=Decimal(50_000),
        requirements=[("requirement", {"text": "Iscrizione al RUNTS", "level": "needed"})],
    )
