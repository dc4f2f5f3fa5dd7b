"""The search page answers anything with results or with help."""

import shutil
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone, translation

from cms.models import PageTopic, Topic
from cms.presentation import Badge
from search import presenters
from search.engines.base import EngineUnavailable
from tests.factories import pages
from tests.factories.pages import site_tree
from tests.search.fixtures import index_of_pages
from tests.search.hostile import HOSTILE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]


def address(language="it"):
    with translation.override(language):
        return reverse("search")


@pytest.fixture(scope="module")
def site(standing_db):
    """Three pages about weaving, of three kinds."""
    tree = site_tree()
    topic = Topic.objects.create(locale=tree.locale, name="Artigianato", slug="craft")
    article = pages.article(tree.news, title="Tessitura a mano", summary="Un <b>telaio</b>.", slug="mano")
    PageTopic.objects.create(page_id=article.pk, topic=topic, locale=tree.locale)
    pages.event(tree.events, title="Festa della tessitura", start_day=date(2025, 3, 1), slug="festa")
    pages.story(tree.stories, title="Una storia di tessitura", slug="storia")
    return tree


@pytest.fixture(scope="module")
def standing_index(site, tmp_path_factory):
    return index_of_pages(tmp_path_factory)


@pytest.fixture
def ask(client, site, search_index):
    def get(language="it", **parameters):
        response = client.get(address(language), parameters)
        assert response.status_code == 200
        return response

    return get


def shown(response):
    return [result.hit.title for result in response.context["hits"]]


def test_a_result_says_its_kind_its_day_and_where_it_is(ask):
    html = ask(q="festa tessitura").content.decode()
    assert 'href="/it/eventi/festa/"' in html
    assert "Festa della tessitura" in html
    assert 'datetime="2025-03-01"' in html


def test_a_result_has_no_day_but_its_own(ask):
    days = {one.hit.title: one.day for one in ask(q="tessitura").context["hits"]}
    assert days["Festa della tessitura"] == date(2025, 3, 1)
    assert days["Una storia di tessitura"] is None


def test_the_words_asked_for_stay_in_the_box_and_are_never_markup(ask):
    html = ask(q='<script>alert(1)</script> "tessitura').content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html


def test_a_summary_with_markup_is_shown_as_text(ask):
    html = ask(q="telaio").content.decode()
    assert "&lt;b&gt;<mark>telaio</mark>&lt;/b&gt;" in html


def test_facets_count_and_narrow(ask):
    facets = {facet.name: facet for facet in ask(q="tessitura").context["narrowing"].facets}
    assert {option.value: option.count for option in facets["type"].options} == {
        "news": 1,
        "event": 1,
        "story": 1,
    }
    assert [(option.label, option.count) for option in facets["topic"].options] == [("Artigianato", 1)]
    assert shown(ask(q="tessitura", type="event")) == ["Festa della tessitura"]
    assert len(shown(ask(q="tessitura", type=["event", "news"]))) == 2
    assert shown(ask(q="tessitura", topic="craft")) == ["Tessitura a mano"]
    assert shown(ask(q="tessitura", year="2025", type="event")) == ["Festa della tessitura"]


def test_a_chosen_value_is_a_chip_that_can_be_taken_away(ask):
    response = ask(q="tessitura", type="event", sort="newest")
    [chip] = response.context["narrowing"].chips
    assert "type=" not in chip.remove_url
    assert "sort=newest" in chip.remove_url


@pytest.mark.parametrize(
    "parameters",
    [{"type": "nonsense"}, {"topic": "nonsense"}, {"year": "20x5"}, {"year": "99999"}, {"sort": "amount"}],
)
def test_an_unknown_value_is_left_out_with_a_notice(ask, parameters):
    response = ask(q="tessitura", **parameters)
    assert len(shown(response)) == 3
    assert len(response.context["notices"]) == 1


@pytest.mark.parametrize("number", ["0", "-1", "99", "abc", "9" * 5000, "²", ""])
def test_a_page_that_does_not_exist_shows_the_nearest(ask, number):
    assert len(shown(ask(q="tessitura", page=number))) == 3


def test_pages_follow_each_other(ask, site, search_index):
    for _ in range(25):
        pages.article(site.news, title="Ceramica")
    search_index.rebuild()
    response = ask(q="ceramica", page=3)
    assert len(shown(response)) == 5
    assert response.context["pager"].pages == 3
    assert "q=ceramica" in response.context["pager"].previous_url
    assert "<title>Search: ceramica (page 3) · Intreccio</title>" in response.content.decode()
    assert 'og:title" content="Search: ceramica (page 3)"' in response.content.decode()


def test_any_string_is_a_normal_page(client, site):
    for text in HOSTILE:
        encoded = "".join(f"%{byte:02x}" for byte in text.encode("utf-8", "surrogatepass"))
        response = client.get(f"{address()}?q={encoded}&type={encoded[:300]}&page={encoded[:300]}")
        assert response.status_code == 200, ascii(text[:40])
        assert b"\x00" not in response.content, ascii(text[:40])


def test_too_many_words_are_cut_with_a_notice(ask):
    assert "400" in ask(q="tessitura " * 1000).context["notices"][0]


def test_nothing_found_is_answered_with_help(ask):
    response = ask(q="zanzara")
    html = response.content.decode()
    assert shown(response) == []
    assert 'class="nothing"' in html
    assert 'href="/it/storie/"' in html.partition('class="section-links"')[2].partition("</ul>")[0]


def test_a_slip_of_the_pen_gets_a_suggestion_that_finds_something(ask, client):
    suggestion = ask(q="tesitura", type="event").context["advice"].did_you_mean
    assert suggestion.text == "tessitura"
    assert len(shown(client.get(address() + suggestion.url))) == 3


def test_filters_that_leave_nothing_are_offered_for_removal(ask, client):
    [offer] = ask(q="mano", type="story").context["advice"].offers
    assert shown(client.get(address() + offer.url)) == ["Tessitura a mano"]


def test_exclusions_and_phrases_that_leave_nothing_are_offered_for_removal(ask, client):
    [offer] = ask(q="mano -tessitura").context["advice"].offers
    assert shown(client.get(address() + offer.url)) == ["Tessitura a mano"]
    [offer] = ask(q='"mano tessitura"').context["advice"].offers
    assert shown(client.get(address() + offer.url)) == ["Tessitura a mano"]


def test_where_no_page_has_all_words_it_is_said(ask):
    response = ask(q="tessitura zanzara")
    assert len(shown(response)) == 3
    assert 'class="relaxed"' in response.content.decode()


def test_without_words_everything_is_listed_newest_first(ask):
    assert ask().context["results"].total == 9


def test_a_section_tells_the_state_of_its_results(ask, monkeypatch):
    told = (lambda hit, now: Badge("open", "Aperto"), lambda hit, now: None)
    monkeypatch.setitem(presenters._presenters, "event", told)
    html = ask(q="festa").content.decode()
    assert '<span class="badge open">Aperto</span>' in html


@time_machine.travel(datetime(2025, 5, 1, 10, tzinfo=timezone.get_fixed_timezone(0)), tick=False)
def test_a_kept_page_does_not_outlive_its_badges(client, site, search_index):
    from cms.searchable import SearchDocument

    closes = datetime(2025, 5, 1, 15, tzinfo=timezone.get_fixed_timezone(0))
    with search_index.engine.changes("it") as changes:
        changes.put([SearchDocument(9999, "it", "funding", "Bando", "/it/x/", moments={"closes": closes})])
    request = client.get(address(), {"q": "bando"}).wsgi_request
    assert request._expires_at == closes + timedelta(seconds=1)


def test_without_an_index_the_page_says_so_with_the_status_of_a_service_that_is_down(
    client, site, search_index
):
    shutil.rmtree(search_index.folder)
    response = client.get(address("it"), {"q": "tessitura"})
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert len(response.context["notices"]) == 1
    assert response.wsgi_request._no_store
    assert 'href="/it/storie/"' in response.content.decode()


def test_an_engine_that_goes_down_while_help_is_looked_for_is_no_error(client, site, monkeypatch):
    def fail(*args):
        raise EngineUnavailable("down")

    monkeypatch.setattr("search.views.advice", fail)
    assert client.get(address("it"), {"q": "tessitura"}).status_code == 503


def test_each_language_searches_its_own_pages(ask, site, search_index):
    assert shown(ask("en", q="stories")) == ["Stories"]
    assert shown(ask("en", q="tessitura")) == []


def test_other_methods_are_refused(client, site):
    assert client.post(address()).status_code == 405


@pytest.mark.parametrize("parameters", [{"q": "tessitura"}, {"q": "mano", "type": "story"}, {}])
def test_a_search_asks_the_database_little(ask, django_assert_max_num_queries, parameters):
    with django_assert_max_num_queries(12):
        ask(topic="craft", **parameters)


def test_words_that_only_another_language_answers_lead_there(ask, client):
    response = ask("en", q="tessitura")
    [offer] = response.context["advice"].elsewhere
    assert (offer.language, offer.text) == ("it", "3 results in Italian")
    assert len(shown(client.get(offer.url))) == 3
    assert ask("it", q="tessitura").context["advice"].elsewhere == ()
    assert ask("en", q="zanzara").context["advice"].elsewhere == ()


@pytest.mark.parametrize("words", ["storica", "tessitura stories events"])
def test_where_the_words_as_typed_find_nothing_whole_another_language_is_offered(
    ask, site, search_index, words
):
    pages.article(site.news, title="Storica tessitura, stories, events", slug="storica")
    search_index.rebuild()
    response = ask("en", q=words)  # corrected to "stories", or found with some of the words
    assert "Stories" in shown(response)
    assert [offer.total for offer in response.context["advice"].elsewhere] == [1]
    assert 'hreflang="it">1 result in Italian</a>' in response.content.decode()


def test_a_correction_is_used_at_once_where_the_words_find_nothing(ask):
    response = ask(q="tesitura")
    assert len(shown(response)) == 3
    html = response.content.decode()
    assert "No page has “tesitura”: these are the results for “tessitura”." in html
    assert 'value="tesitura"' in html
    assert ask(q="tessitura").context["results"].corrected_from == ""


def test_of_several_words_the_wrong_one_is_put_right(ask):
    assert shown(ask(q="tesitura manno")) == ["Tessitura a mano"]
