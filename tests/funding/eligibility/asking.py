"""Asking for the eligibility check in tests: its addresses, and its pages as they are compared."""

from urllib.parse import urlencode

from funding.catalogue.eligibility.address import profile_pairs

from .profiles import COOPERATIVE

WE = urlencode(profile_pairs(COOPERATIVE))
ASK = "/it/bandi/fa-per-noi/"
BY_FIT = ["Adatto", "Forse presto", "Con requisiti", "Forse tardi", "Altrove"]  # the sheets of `catalogue`


def html_of(response) -> str:
    assert response.status_code == 200
    return " ".join(response.content.decode().split())
