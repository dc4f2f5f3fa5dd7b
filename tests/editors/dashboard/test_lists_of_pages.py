"""Whatever lists pages in the admin asks the database as much for many pages as for few."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse
from wagtail.models import Page, ReferenceIndex

from cms.admin.report_registry import reports
from funding.models import FundingSheetPage
from news.models import ArticlePage
from tests.factories import pages
from tests.publishing.ways import Counting
from translation.draft_creator import submit

pytestmark = pytest.mark.django_db

LISTS = {
    "first page": lambda site: reverse("wagtailadmin_home"),
    "explorer of sheets": lambda site: reverse("wagtailadmin_explore", args=[site.funding.pk]),
    "explorer of news": lambda site: reverse("wagtailadmin_explore", args=[site.news.pk]),
    "list of sheets": lambda site: reverse("funding_sheets:index"),
    **{each.slug: lambda site, each=each: each.address() for each in reports()},
}


@pytest.fixture
def more(busy, an_expert, site):
    """Adds ``number`` pages to each list; all articles and a sheet for each are submitted for translation."""

    def add(number: int) -> None:
        busy(number, sender=an_expert)
        sheets = FundingSheetPage.objects.filter(locale=site.locale).order_by("-pk")[:number]
        for page in (*sheets, *ArticlePage.objects.filter(locale=site.locale)):
            submit(page, [site.english.locale])

    return add


@pytest.fixture
def queries(chief, site):
    """How many each list asks for, by name."""

    def count() -> dict[str, int]:
        counts = {}
        for name, address in LISTS.items():
            with Counting() as counting:
                assert chief.get(address(site)).status_code == 200
            counts[name] = counting.queries
        return counts

    return count


def test_a_list_of_pages_asks_as_much_for_a_long_list_as_for_a_short_one(more, queries):
    more(1)
    queries()  # with what is read once
    few = queries()
    more(3)
    assert queries() == few


def test_the_explorer_offers_what_a_page_still_needs(chief, site, more):
    submitted, new = site.story, site.article
    submit(submitted, [site.english.locale])
    html = chief.get(reverse("wagtailadmin_explore", args=[site.stories.pk])).content.decode()
    assert "Sync translated pages" in html
    assert "Translate this page" not in _rows(html)
    new.get_translations().first().delete()
    html = chief.get(reverse("wagtailadmin_explore", args=[site.news.pk])).content.decode()
    assert reverse("wagtail_localize:submit_page_translation", args=[new.pk]) in _rows(html)
    assert "Sync translated pages" not in _rows(html)


def _rows(html: str) -> str:
    """Without the header's own buttons."""
    return html[html.index("<tbody") :]


def test_a_link_to_a_page_that_was_deleted_is_listed(site, chief):
    target = pages.article(site.news, title="Bersaglio")
    text = f'<p>Vedi <a linktype="page" id="{target.pk}">qui</a>.</p>'
    complete = {"summary": "Una frase.", "body": [("text", text)]}
    article = pages.article(site.news, title="Rimanda", **complete)
    address = "/admin/reports/incomplete-pages/?lacks=dead_link"
    assert "Rimanda" not in chief.get(address).content.decode()
    ReferenceIndex.create_or_update_for_object(ArticlePage.objects.get(pk=article.pk))  # else on commit
    with time_machine.travel(datetime(2026, 11, 24, 10, 30, tzinfo=UTC)):
        Page.objects.get(pk=target.pk).delete()
    answer = chief.get(address).content.decode()
    assert "Rimanda" in answer and "page that a link leads to" in answer
    article.body = []
    with time_machine.travel(datetime(2026, 11, 24, 11, tzinfo=UTC)):
        article.save_revision().publish()
    assert "Rimanda" not in chief.get(address).content.decode()
