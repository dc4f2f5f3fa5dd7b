"""The pieces that pages are put together from."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from cms.list_page.choices import FacetChoices, Option
from cms.presentation import Badge, Fact
from tests.markup import without_layout


def render(name: str, **context) -> str:
    with override("en"):
        return render_to_string(f"components/{name}.html", context)


def card(**fields):
    page = {"title": "T", "url": "/t/", "summary": "", "picture": None, "card_label": "", "card_meta": []}
    return SimpleNamespace(**{**page, "card_day": None, "badge": None, **fields})


def test_facts_say_which_are_unknown():
    facts = [
        Fact("Who", ("Firms", "<b>")),
        Fact("How much"),
        Fact("Page", ("Here",), url="https://example.org"),
    ]
    html = render("facts", facts=facts)
    assert html.index("Who") < html.index("How much") < html.index("Page")
    assert "&lt;b&gt;" in html
    assert "not indicated" in html
    assert '<a href="https://example.org">Here</a>' in html


def test_no_facts_leave_no_empty_list():
    assert "<dl" not in render("facts", facts=[])


def test_a_badge_is_a_word_with_its_detail():
    html = render("badge", badge=Badge("closing", "Closing soon", "3 days left"))
    assert 'class="badge closing"' in html
    assert "Closing soon, 3 days left" in html


@pytest.mark.parametrize("component", ["card", "row"])
def test_cards_and_rows_escape_what_editors_type(component):
    html = render(component, page=card(title="<script>", card_meta=["a & b"]))
    assert "<script>" not in html
    assert "a &amp; b" in html


def test_a_row_sets_the_day_at_its_side_and_does_not_say_it_twice():
    html = render("row", page=card(card_day=date(2026, 12, 5), card_meta=["5 December 2026", "Office"]))
    assert 'datetime="2026-12-05"' in html
    assert "5 December 2026" not in html
    assert "Office" in html
    assert "dayless" in render("row", page=card())


def test_a_card_stands_at_the_level_it_is_told():
    assert "<h2>" in render("card", page=card(), heading="h2")
    assert "<h3>" in render("card", page=card())


def test_one_page_needs_no_pagination():
    assert "<nav" not in render("pagination", pager=SimpleNamespace(pages=1))


def test_pagination_marks_where_one_is():
    links = [SimpleNamespace(number=n, url=f"?page={n}", current=n == 2) for n in (1, 2)]
    html = render("pagination", pager=SimpleNamespace(pages=2, page=2, links=links, previous_url="?page=1"))
    assert 'href="?page=1" rel="prev"' in html
    assert html.count("aria-current") == 1


def test_a_chip_says_what_following_it_does():
    html = render("chips", chips=[SimpleNamespace(label="Open", remove_url="?")], clear_url="./")
    assert "Remove the filter:" in html
    assert "Remove all filters" in html


def test_a_facet_keeps_what_was_chosen():
    option = Option("open", "Open", 3, selected=True)
    html = without_layout(render("facet", facet=FacetChoices("status", "State", [option], collapsed=True)))
    assert 'name="status" value="open" checked' in html
    assert ">3<" in html
    assert 'data-facet="status" open>' in html


def test_a_facet_may_wait_for_a_click_and_hide_what_is_seldom_chosen():
    options = [Option(str(number), f"Value {number}", 1) for number in range(9)]
    html = without_layout(
        render("facet", facet=FacetChoices("place", "Place", options, collapsed=True, visible=4))
    )
    assert 'data-facet="place">' in html
    assert "5 more" in html
    assert html.index("Value 3") < html.index("5 more") < html.index("Value 4")
    assert "more" not in render("facet", facet=FacetChoices("place", "Place", options))
    assert not render("facet", facet=FacetChoices("place", "Place", [])).strip()


def test_notices_are_announced():
    html = render("notices", notices=["Unknown value <x>"])
    assert 'role="status"' in html
    assert "&lt;x&gt;" in html


def test_a_film_is_only_a_link_until_it_is_clicked():
    html = render("video", url="https://youtu.be/dQw4w9WgXcQ", title="Film")
    assert "<iframe" not in html
    assert 'href="https://youtu.be/dQw4w9WgXcQ"' in html
    assert "data-embed" in html
    assert "data-embed" not in render("video", url="https://example.org/film", title="Film")
