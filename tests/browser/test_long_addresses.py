"""Addresses of many values, through the real server: cut with a notice, never an error."""

import urllib.error
import urllib.request

import pytest

pytestmark = pytest.mark.browser

MAX_ADDRESS = 60_000  # bytes; above 65,534 the server refuses the address
MAX_PAGE = 200_000  # bytes


def _asked(site: str, path: str) -> tuple[int, str]:
    with urllib.request.urlopen(f"{site}{path}", timeout=30) as answer:
        return answer.status, answer.read().decode()


def _values(name: str) -> str:
    return "&".join(f"{name}=x{number}" for number in range(3_000))


@pytest.mark.parametrize("name", ["region", "aid", "grantor"])
def test_a_filter_of_three_thousand_values_is_cut_with_a_notice(site, name):
    status, html = _asked(site, f"/en/funding/?{_values(name)}")
    assert status == 200
    assert "too many values, only the first 50 are used" in html


@pytest.mark.parametrize("path", ["/en/search/", "/en/news/", "/api/search/"])
def test_so_is_any_list_and_its_page_stays_short(site, path):
    status, text = _asked(site, f"{path}?lang=en&q=cinema&{_values('topic')}")
    assert status == 200
    assert "only the first 50 are used" in text
    assert len(text) < MAX_PAGE


def test_a_longer_address_is_refused_as_such(site):
    with pytest.raises(urllib.error.HTTPError) as refused:
        _asked(site, f"/en/funding/?q={'a' * 66_000}")
    assert refused.value.code == 414


def test_a_word_of_any_length_is_cut_with_a_notice(site):
    status, html = _asked(site, f"/en/funding/?q={'a' * MAX_ADDRESS}")
    assert status == 200
    assert "Only the first" in html
