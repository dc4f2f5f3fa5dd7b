"""Parameters of an address are read kindly, and the addresses made from them are right."""

from datetime import date

import pytest
from django.core.paginator import Paginator
from django.http import QueryDict

from cms.list_page.choices import Pager, chips, facet
from cms.list_page.params import ListParams


def params(query="") -> ListParams:
    return ListParams(QueryDict(query))


def test_values_are_taken_once_and_in_their_order():
    found = params("kind=b&kind=a&kind=b&kind=&kind=z")
    assert found.values("kind", ["a", "b"]) == ["b", "a"]
    assert len(found.notices) == 1
    assert "z" in found.notices[0]


def test_a_very_long_value_is_not_repeated_in_full():
    found = params("kind=" + "x" * 10_000)
    found.values("kind", [])
    assert len(found.notices[0]) < 200


def test_an_address_of_any_length_is_cut_with_a_notice_and_never_linked_to_in_full():
    for query in (
        "&".join(f"kind=x{number}" for number in range(10_000)) + "&q=museo",
        "&".join(f"x{number}=1" for number in range(10_000)),
    ):
        found = params(query)
        assert found.notices == ["Too many values: only the first 50 are used."]
        assert len(found.url()) < 1_000
    assert params(query.replace("x9=1", "q=museo")).data["q"] == "museo"
    assert len(params("q=" + "x" * 10_000).url()) < 500


@pytest.mark.parametrize(
    ("text", "month"), [("2026-12", date(2026, 12, 1)), ("2026-1", None), ("2026-00", None), ("", None)]
)
def test_a_month(text, month):
    assert params(f"month={text}").month() == month


@pytest.mark.parametrize(("text", "number"), [("2", 2), ("3", 3), ("4", 3), ("0", 1), ("x", 1), ("", 1)])
def test_the_nearest_page_is_shown(text, number):
    assert params(f"page={text}").page(Paginator(range(25), 10)).number == number


def test_an_address_keeps_the_other_choices_and_starts_paging_again():
    found = params("kind=a&topic=x&page=3")
    assert found.url(kind=None) == "?topic=x"
    assert found.url(month="2026-12") == "?kind=a&topic=x&month=2026-12"
    assert found.url(page=2) == "?kind=a&topic=x&page=2"


def test_a_feed_keeps_only_what_its_list_knows():
    assert params("kind=a&utm_source=x&topic=").query_string("kind", "topic") == "?kind=a"
    assert params("utm_source=x").query_string("kind") == ""


def test_a_facet_holds_what_the_list_holds_and_what_is_chosen():
    found = facet("kind", "Kind", {"a": "A", "b": "B", "c": "C"}, {"b": 2}, chosen=["c"])
    assert [(option.value, option.count, option.selected) for option in found.options] == [
        ("b", 2, False),
        ("c", 0, True),
    ]


def test_a_chip_lets_go_of_one_choice_alone():
    found = params("kind=a&kind=b&topic=x")
    kinds = facet("kind", "Kind", {"a": "A", "b": "B"}, {}, ["a", "b"])
    assert [chip.remove_url for chip in chips(found, [kinds])] == ["?topic=x&kind=b", "?topic=x&kind=a"]


def test_a_pager_leads_back_and_forth_and_leaves_gaps():
    found = params("kind=a&page=5")
    pager = Pager(Paginator(range(200), 20).page(5), found.page_url)
    assert (pager.previous_url, pager.next_url) == ("?kind=a&page=4", "?kind=a&page=6")
    assert [link.number for link in pager.links] == [1, None, 4, 5, 6, None, 10]
    assert [link.number for link in pager.links if link.current] == [5]
    assert pager.links[0].url == "?kind=a"
