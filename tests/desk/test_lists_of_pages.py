"""Whatever lists pages in the admin asks the database as much for many pages as for few."""

import pytest
from django.urls import reverse
from portal.desk.registry import worklists
from portal.translation.creating import submit

from funding.models import FundingSheetPage
from news.models import ArticlePage
from tests.publishing.ways import Counting

pytestmark = pytest.mark.django_db

LISTS = {
    "first page": lambda site: reverse("wagtailadmin_home"),
    "explorer of sheets": lambda site: reverse("wagtailadmin_explore", args=[site.funding.pk]),
    "explorer of news": lambda site: reverse("wagtailadmin_explore", args=[site.news.pk]),
    "list of sheets": lambda site: reverse("funding_sheets:index"),
    **{each.slug: lambda site, each=each: each.address() for each in worklists()},
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
