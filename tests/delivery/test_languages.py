"""Every answer says its language and where the same is in the others; nobody is sent to the wrong one."""

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.utils.translation import override
from wagtail.models import Locale

from cms.formats.localized import euro, long_date
from cms.models import RelatedPage
from cms.related import related_pages
from cms.sorting import alphabetical
from tests.factories import pages

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


# --- The root ---------------------------------------------------------------------------------------------
def test_the_root_leads_to_the_language_of_the_browser_and_no_cache_on_the_way_keeps_it(client, tree):
    answer = client.get("/", HTTP_ACCEPT_LANGUAGE="en;q=0.9")
    assert (answer.status_code, answer.url) == (302, "/en/")
    assert set(answer["Vary"].split(", ")) == {"Accept-Language", "Cookie"}
    assert "private" in answer["Cache-Control"]
    assert "s-maxage" not in answer["Cache-Control"]


def test_the_switch_wins_over_the_browser(client, tree):
    client.cookies["language"] = "it"
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="en").url == "/it/"
    client.cookies["language"] = "en"
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="it").url == "/en/"
    assert client.get("/it/notizie/", HTTP_ACCEPT_LANGUAGE="en").status_code == 200


def test_a_cookie_or_a_browser_of_no_language_of_the_site_leads_to_the_source(client, tree):
    client.cookies["language"] = "<script>"
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="ja").url == "/it/"


def test_a_language_without_a_home_page_is_not_entered(client, tree, settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("fr", "Français")]
    Locale.objects.create(language_code="fr")
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="fr").url == "/it/"


def test_an_address_without_its_language_is_led_to_it(client, tree):
    assert client.get("/notizie/").url == "/it/notizie/"


@pytest.mark.parametrize("address", ["/admin/pages/99999/edit/", "/api/v2/pages/99999/"])
def test_what_the_admin_or_the_api_does_not_have_is_told_where_it_was_asked_for(admin_client, tree, address):
    answer = admin_client.get(address)
    assert answer.status_code == 404


# --- What an answer says of itself ------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("address", "language"),
    [("/it/notizie/", "it"), ("/en/news/", "en"), ("/it/bandi/feed.rss", "it"), ("/en/news/feed.rss", "en")],
)
def test_every_answer_names_its_language(client, tree, address, language):
    answer = client.get(address, HTTP_ACCEPT_LANGUAGE="fr")
    assert answer["Content-Language"] == language
    assert "Accept-Language" not in answer.get("Vary", "")
    if address.endswith("rss"):
        assert f"<language>{language}</language>" in answer.content.decode()


@pytest.mark.parametrize("visitor", ["en", "it", "fr", ""])
@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/api/search/?q=teatro&lang=it", "it"),
        ("/api/search/?q=theatre&lang=en", "en"),
        ("/api/search/?q=theatre&lang=xx", "it"),
        ("/api/search/suggest?q=te&lang=en", "en"),
        ("/api/openapi.json", "en"),
        ("/api/openapi.json?lang=it", "it"),
        ("/catalog.jsonld", "it, en"),
        ("/sitemap.xml", None),
        ("/robots.txt", None),
        ("/api/v2/pages/", None),
        ("/api/v2/pages/999999/", None),
        ("/health/live", None),
    ],
)
def test_what_programs_ask_for_speaks_the_language_of_its_content(client, tree, address, language, visitor):
    answer = client.get(address, HTTP_ACCEPT_LANGUAGE=visitor)
    assert answer.get("Content-Language") == language
    assert "Accept-Language" not in answer.get("Vary", "")


def test_a_feed_names_the_same_feed_in_the_other_languages(client, tree):
    links = re.findall(
        r'<([^>]+)>; rel="alternate"; hreflang="([^"]+)"',
        client.get("/it/notizie/feed.rss?topic=musica")["Link"],
    )
    assert {code: address for address, code in links} == {
        "it": f"{SITE}/it/notizie/feed.rss?topic=musica",
        "en": f"{SITE}/en/news/feed.rss?topic=musica",
        "x-default": f"{SITE}/it/notizie/feed.rss?topic=musica",
    }


def test_a_feed_without_a_live_translation_names_none(client, tree):
    tree.english.news.unpublish()
    assert "Link" not in client.get("/it/notizie/feed.rss")


def test_a_question_too_long_for_a_header_names_none(client, tree):
    values = "&".join(f"region=x{number}" for number in range(10_000))
    answer = client.get(f"/it/bandi/feed.rss?{values}")
    assert answer.status_code == 200
    assert all(len(value) < 4096 for value in answer.headers.values())


def test_pages_name_each_other_only_while_both_are_live(client, tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto")
    english = pages.translate(page, tree.english.locale, title="Concert", slug="concert")
    head = client.get(page.url).content.decode()
    found = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', head))
    assert found == {
        "it": f"{SITE}/it/notizie/concerto/",
        "en": f"{SITE}/en/news/concert/",
        "x-default": f"{SITE}/it/notizie/concerto/",
    }
    assert f'<link rel="canonical" href="{SITE}/it/notizie/concerto/">' in head
    english.unpublish()
    assert "hreflang" not in client.get(page.url).content.decode().split("</head>")[0]


def test_what_is_no_page_of_the_tree_names_itself_in_every_language(client, tree):
    head = client.get("/en/api/").content.decode()
    found = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', head))
    assert found == {"it": f"{SITE}/it/api/", "en": f"{SITE}/en/api/", "x-default": f"{SITE}/it/api/"}
    untranslated = client.get(f"/en/not-translated/{pages.article(tree.news).pk}/").content.decode()
    assert '<link rel="alternate" hreflang' not in untranslated


# --- The sitemap ------------------------------------------------------------------------------------------
def lastmod(client) -> dict[str, str]:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return {
        url.find("s:loc", names).text.removeprefix(SITE): url.find("s:lastmod", names).text[:10]
        for url in root.findall("s:url", names)
    }


def test_a_list_changes_with_what_it_shows_and_a_page_with_itself(client, tree):
    type(tree.home).objects.update(last_published_at=datetime(2026, 1, 1, 12, tzinfo=UTC))
    for index in (tree.news, tree.events, tree.english.news):
        index.last_published_at = datetime(2026, 1, 1, 12, tzinfo=UTC)
        index.save()
    pages.article(tree.news, slug="nuova", last_published_at=datetime(2026, 6, 1, 12, tzinfo=UTC))
    found = lastmod(client)
    assert found["/it/notizie/nuova/"] == "2026-06-01"
    assert found["/it/notizie/"] == "2026-06-01"
    assert found["/it/eventi/"] == "2026-01-01"
    assert found["/en/news/"] == "2026-01-01"


# --- Words by language ------------------------------------------------------------------------------------
def test_days_and_amounts_are_written_as_each_language_writes_them():
    day = datetime(2026, 12, 1).date()
    written = {}
    for language in ("it", "en", "fr"):
        with override(language):
            written[language] = (long_date(day), re.sub(r"\s", " ", euro(250_000)))
    assert written["it"] == ("1 dicembre 2026", "250.000 €")
    assert written["en"] == ("1 December 2026", "€250,000")
    assert written["fr"] == ("1 décembre 2026", "250 000 €")


def test_accents_do_not_change_the_order():
    names = ["Zoo", "Èquipe", "Energia", "École", "eco"]
    assert sorted(names, key=alphabetical) == ["eco", "École", "Energia", "Èquipe", "Zoo"]


def test_related_pages_stand_in_the_order_of_a_dictionary(tree):
    page = pages.article(tree.news)
    for title in ("Zibaldone", "Època", "Archivio"):
        RelatedPage.objects.create(page=page, target=pages.article(tree.news, title=title))
    found = related_pages(page)["news"]
    assert [each.title for each in found] == ["Archivio", "Època", "Zibaldone"]
