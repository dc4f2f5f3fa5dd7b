"""Two to four sheets side by side, in either language, whatever the address says."""

import re
from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import parse_qsl

import pytest
from wagtail.models import PageViewRestriction

from cms.models import GlossaryTerm
from search.engines.base import EngineUnavailable
from tests.factories import pages
from tests.markup import without_layout

pytestmark = pytest.mark.django_db

BASE = "/it/bandi/confronta/"


@pytest.fixture
def two(full_sheet, make_sheet):
    """The full sheet, and one that says little."""
    return full_sheet, make_sheet(
        title="Festival", slug="festival", closes_on=date(2026, 12, 15), grant_max=Decimal(5_000)
    )


def show(client, query="", base=BASE):
    response = client.get(f"{base}?{query}")
    assert response.status_code == 200
    return response.content.decode()


def labels(html: str) -> dict[str, bool]:
    """The label of each row, and whether it is marked as differing."""
    rows = re.findall(
        r'<tr(?: class="same"|( class="differs"))?><th scope="row">(.*?)</th>', without_layout(html)
    )
    plain = [
        (re.sub(r"<span class=.mark.>.*|<[^>]+>", "", label).strip(), bool(mark), "differs" in label)
        for mark, label in rows
    ]
    assert all(mark == word for _label, mark, word in plain), "told by a word and by a bar, or by neither"
    return {label: mark for label, mark, _word in plain}


def test_sheets_stand_side_by_side(two, client):
    html = show(client, "s=sale-teatrali&s=festival")
    head = html[html.index("<thead") : html.index("</thead")]
    assert re.findall(r'href="(/it/bandi/[\w-]+/)"', head) == [sheet.url for sheet in two]
    assert "8 days left" in head and "22 days left" in head
    assert head.count("Remove") == 2 and "?s=festival" in head and "?s=sale-teatrali" in head
    assert "250.000" in html and "5.000" in html


def test_rows_that_differ_are_marked(two, client):
    found = labels(show(client, "s=sale-teatrali&s=festival"))
    assert found["How much"] and found["For whom"] and found["Needed"]
    assert not found["Grantor"]
    assert list(found).index("For whom") < list(found).index("How much") < list(found).index("Closes")


def test_what_tells_them_apart_comes_first(two, client):
    html = show(client, "s=sale-teatrali&s=festival")
    found = list(labels(html).values())
    assert found == sorted(found, reverse=True) and not all(found)
    assert (
        html.index("How much, at a glance")
        < html.index('class="differs"')
        < html.index("The same for all of them")
    )
    assert html.count('<svg class="amount-bar"') == 2


def test_only_the_rows_that_differ(two, client):
    html = show(client, "s=sale-teatrali&s=festival&rows=different")
    found = labels(html)
    assert found and all(found.values()) and "Grantor" not in found
    assert 's=sale-teatrali&amp;s=festival"' in html


def test_sheets_that_say_the_same(make_sheet, client):
    first, second = make_sheet(title="Uno", slug="uno"), make_sheet(title="Due", slug="due")
    html = show(client, "s=uno&s=due&rows=different")
    assert labels(html) == {} and "say the same" in html
    assert first.title in html and second.title in html


def test_the_address_takes_slugs_of_the_other_language_and_numbers(two, tree, client):
    english = pages.translate(two[0], tree.english.locale, title="Theatres", slug="theatres")
    assert english.slug == "theatres"
    html = show(client, f"s=theatres&s={two[1].pk}")
    head = html[html.index("<thead") : html.index("</thead")]
    assert re.findall(r'href="(/it/bandi/[\w-]+/)"', head) == [two[0].url, two[1].url]


def test_the_other_language_shows_the_same_sheets(two, tree, client):
    pages.translate(two[0], tree.english.locale, title="Theatres", slug="theatres")
    html = show(client, "s=sale-teatrali&s=festival&rows=different")
    path = "/en/funding/compare/?s=theatres&amp;rows=different"
    assert f'hreflang="en" href="http://testserver{path}"' in html
    assert f'<a href="{path}"' in html
    assert (
        '<link rel="canonical" href="http://testserver/it/bandi/confronta/'
        '?s=sale-teatrali&amp;s=festival&amp;rows=different">'
    ) in html
    english = show(client, "s=sale-teatrali&s=festival", "/en/funding/compare/")
    assert "Theatres" in english and "“Festival” is not available in this language." in english


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "Tick “Compare”"),
        ("s=", "Tick “Compare”"),
        ("s=festival", "One call is chosen"),
        ("s=festival&s=festival", "One call is chosen"),
        ("s=manca", "There is no call “manca”"),
        ("s=%3Cb%3E&s=festival", "There is no call “&lt;b&gt;”"),
        ("s=%00%FF&s=" + "9" * 40, "There is no call"),
        ("s=chiusa", "There is no call “chiusa”"),
        ("s=segreta", "There is no call “segreta”"),
    ],
)
def test_too_few_or_unknown_sheets_lead_on(make_sheet, client, query, said):
    make_sheet(title="Festival", slug="festival")
    make_sheet(title="Chiusa", slug="chiusa", live=False)
    secret = make_sheet(title="Segreta", slug="segreta")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    html = show(client, query)
    assert said in html and "Segreta" not in html and "Chiusa" not in html
    assert 'name="q"' in html and "/it/bandi/" in html


def test_more_than_four_are_cut_with_a_notice(make_sheet, client):
    for pk in range(6):
        make_sheet(title=f"Bando {pk}", slug=f"b{pk}")
    html = show(client, "&".join(f"s=b{pk}" for pk in range(6)))
    head = html[html.index("<thead") : html.index("</thead")]
    assert head.count('scope="col"') == 4 and "Bando 3" in head and "Bando 4" not in head
    assert "At most 4 calls" in html
    assert 'name="q"' not in html.split("<main")[1]


def test_another_sheet_is_added_by_its_title(two, make_sheet, client, search_index):
    make_sheet(title="Festival di <b>strada</b>", slug="strada")
    search_index.rebuild()
    html = show(client, "s=festival&q=festival")
    offered = html[html.index('id="add"') :]
    assert f'href="{BASE}?s=festival&amp;s=strada"' in offered
    assert "&lt;b&gt;strada" in offered and "<b>strada" not in offered
    assert "s=festival&amp;s=festival" not in offered
    assert "No further call" in show(client, "s=festival&q=zzzz")


def test_a_search_that_is_down_is_told(two, client, monkeypatch):
    class Down:
        def search(self, query):
            raise EngineUnavailable("down")

    monkeypatch.setattr("funding.catalogue.comparison.page.get_engine", Down)
    assert "The search is being repaired" in show(client, "s=festival&q=festival")


def test_labels_are_explained_by_the_glossary(two, client):
    GlossaryTerm.objects.create(
        locale=two[0].locale, term="Cumulo", slug="cumulo", explanation="Insieme.", facts=["cumulation"]
    )
    html = show(client, "s=sale-teatrali&s=festival")
    assert 'popovertarget="tip-cumulation"' in html and html.count('id="tip-cumulation"') == 1


def test_hostile_text_is_shown_as_text(two, make_sheet, client):
    make_sheet(title="</title><script>alert(1)</script>", slug="hostile")
    html = show(client, "s=hostile&s=sale-teatrali")
    assert "<script>alert" not in html and "<b>&amp; cinema" not in html


def test_cards_and_sheets_lead_there(two, client, search_index):
    search_index.rebuild()
    finder = client.get("/it/bandi/").content.decode()
    assert f'<button formaction="{BASE}"' in finder
    assert re.findall(r'name="s" value="([\w-]+)"', finder) == ["sale-teatrali", "festival"]
    sheet = client.get(two[0].url).content.decode()
    assert f'href="{BASE}?s=sale-teatrali"' in sheet


def test_no_copy_outlives_a_status(two, client, today):
    today.move_to("2026-12-01T09:00:00+01:00")
    request = client.get(f"{BASE}?s=festival&s=sale-teatrali").wsgi_request
    assert request._expires_at == two[0].dates.closes + timedelta(seconds=1)


def test_four_sheets_take_few_queries(two, make_sheet, tree, client, django_assert_max_num_queries):
    slugs = ["sale-teatrali", "festival"]
    for pk in range(2):
        sheet = make_sheet(title=f"Bando {pk}", slug=f"b{pk}", managing_body=two[0].managing_body)
        pages.translate(sheet, tree.english.locale)
        slugs.append(sheet.slug)
    query = "&".join(f"s={slug}" for slug in slugs)
    show(client, query)
    with django_assert_max_num_queries(12):
        html = show(client, query)
    assert html.count('scope="col"') == 4


def test_the_english_page_links_keep_their_parameters(two, tree, client):
    english = [pages.translate(sheet, tree.english.locale) for sheet in two]
    query = "&".join(f"s={sheet.slug}" for sheet in english)
    html = show(client, query, "/en/funding/compare/")
    (only,) = re.findall(r'href="/en/funding/compare/\?([^"]*rows=different)"', html)
    asked = parse_qsl(only.replace("&amp;", "&"))
    assert asked == [*(("s", sheet.slug) for sheet in english), ("rows", "different")]
