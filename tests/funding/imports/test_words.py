"""Values of a record as editors read them in previews and reports."""

import pytest
from django.utils.translation import override

from funding.imports.values.words import in_words

PARAGRAPH = {"type": "text", "value": "<p>Uno &amp; due</p><p>tre</p>"}
REQUIREMENT = {"type": "requirement", "value": {"text": "Sede in Puglia", "level": "needed"}}


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("closes_on", "2027-02-28", "28 February 2027"),
        ("grant_max", "1500000.00", "€1,500,000"),
        ("intensity_max", "62.50", "62.5%"),
        ("beneficiaries", ["cooperative"], "Cooperatives and non-profit associations"),
        ("regions", ["ITF4", "ITF5"], "Apulia, Basilicata"),
        ("whole_country", True, "yes"),
        ("suspended", False, "no"),
        ("kind", "call", "Call"),
        ("mission", "M1", "Digitalisation, innovation, competitiveness, culture and tourism"),
        ("body", [PARAGRAPH], "Uno & due tre"),
        ("requirements", [REQUIREMENT], "Sede in Puglia"),
        ("grantor", "Regione Puglia", "Regione Puglia"),
        ("title", "  Bando  bello ", "Bando bello"),
        ("summary", None, "empty"),
        ("beneficiaries", [], "empty"),
    ],
)
def test_a_value_reads_as_on_the_sheet(name, value, words):
    with override("en"):
        assert in_words(name, value) == words


def test_a_long_value_is_cut():
    assert len(in_words("summary", "parola " * 40)) <= 80
