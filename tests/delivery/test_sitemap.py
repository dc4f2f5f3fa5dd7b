"""The sitemap lists every live page of every language with its live translations."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from wagtail.models import Page, PageViewRestriction

from tests.factories.pages import article, event, project, sheet, story, translate

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def entries(client):
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return {url.find("s:loc", NAMES).text: url for url in root.findall("s:url", NAMES)}


def test_translations_are_named_on_both_sides(client, tree):
    page = article(tree.news)
    english = translate(page, tree.english.locale, title="In English", slug="in-english")
    found = entries(client)
    for address in (page.url, english.url):
        links = {
            link.get("hreflang"): link.get("href")
            for link in found[f"http://testserver{address}"].findall("x:link", NAMES)
        }
        assert links == {
            "it": f"http://testserver{page.url}",
            "en": f"http://testserver{english.url}",
            "x-default": f"http://testserver{page.url}",
        }


def test_drafts_and_restricted_pages_are_left_out(client, tree):
    draft = article(tree.news)
    draft.unpublish()
    PageViewRestriction.objects.create(page=tree.events, restriction_type=PageViewRestriction.LOGIN)
    found = entries(client)
    assert f"http://testserver{draft.url}" not in found
    assert "http://testserver/it/eventi/" not in found
    assert "http://testserver/it/notizie/" in found


def test_robots_names_it(client):
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()


@pytest.mark.parametrize(
    ("section", "make"),
    [("news", article), ("events", event), ("projects", project), ("funding", sheet), ("stories", story)],
)
def test_a_list_and_the_home_page_change_with_what_they_show(client, tree, section, make):
    page = make(getattr(tree, section))
    Page.objects.update(last_published_at=datetime(2026, 1, 1, tzinfo=UTC))
    Page.objects.filter(pk=page.pk).update(last_published_at=datetime(2026, 2, 2, tzinfo=UTC))
    found = entries(client)
    for shown in (page, getattr(tree, section), tree.home):
        changed = found[f"http://testserver{shown.url}"].find("s:lastmod", NAMES).text
        assert changed.startswith("2026-02-02"), shown.url


def test_what_is_longer_than_the_limit_is_told_in_parts(client, tree, monkeypatch):
    whole = entries(client)
    monkeypatch.setattr("delivery.sitemaps.MAX_PAGES", len(whole))
    assert entries(client).keys() == whole.keys()
    monkeypatch.setattr("delivery.sitemaps.MAX_PAGES", len(whole) - 1)
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    parts = [part.text for part in index.findall("s:sitemap/s:loc", NAMES)]
    assert parts == [f"http://testserver/sitemap-{number}.xml" for number in (1, 2)]
    told = [
        url.find("s:loc", NAMES).text
        for part in parts
        for url in ElementTree.fromstring(client.get(part).content).findall("s:url", NAMES)
    ]
    assert len(told) == len(whole)
    assert set(told) == set(whole)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_part_that_the_sitemap_does_not_have_is_not_found(client, tree, monkeypatch, number):
    if number != 1:
        monkeypatch.setattr("delivery.sitemaps.MAX_PAGES", len(entries(client)) - 1)
    assert client.get(f"/sitemap-{number}.xml").status_code == 404
