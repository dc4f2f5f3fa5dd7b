"""Addresses of many values, through the real server: cut with a notice, never an error.

The server takes addresses of 65,534 bytes at the most (docs/operations.md).
"""

import urllib.request

import pytest

pytestmark = pytest.mark.browser

LONGEST = 65_000


def _asked(site: str, path: str) -> tuple[int, str]:
    with urllib.request.urlopen(f"{site}{path}", timeout=30) as answer:
        return answer.status, answer.read().decode()


@pytest.mark.parametrize("name", ["region", "aid", "grantor"])
def test_thousands_of_values_are_cut_with_a_notice(site, name):
    query = "&".join(f"{name}=x{number}" for number in range(9_000))[:LONGEST]
    status, html = _asked(site, f"/en/funding/?{query}")
    assert query.count("=") > 4_000
    assert status == 200
    assert "too many values, only the first 50 are used" in html


def test_a_word_of_any_length_is_cut_with_a_notice(site):
    status, html = _asked(site, f"/en/funding/?q={'a' * LONGEST}")
    assert status == 200
    assert "Only the first" in html
