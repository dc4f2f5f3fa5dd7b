"""The report on all translations: what waits, where, and as a table to take away."""

import pytest
from django.urls import reverse

from cms.models import Topic
from tests.factories import pages
from tests.publishing.ways import Counting

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/localize/reports/translations/"


@pytest.fixture
def submitted(tree, submit):
    def add(number: int) -> None:
        for _each in range(number):
            submit(pages.article(tree.news, title="Concerto", summary="In piazza."))
            slug = f"t{Topic.objects.count()}"
            submit(Topic.objects.create(name="Teatro", slug=slug, locale=tree.locale))

    return add


def test_it_stands_where_the_library_s_did(admin, submitted):
    assert reverse("wagtail_localize:translations_report") == ADDRESS
    submitted(1)
    page = admin.get(ADDRESS).content.decode()
    topic = Topic.objects.get(locale__language_code="en")
    assert reverse(Topic.snippet_viewset.get_url_name("edit"), args=[topic.pk]) in page
    assert "Waiting for translations" in page


def test_it_can_be_taken_away(admin, submitted):
    submitted(1)
    lines = admin.get(ADDRESS, {"export": "csv"}).getvalue().decode().splitlines()
    assert lines == [
        "Title,Kind,From,Language,State",
        "Concerto,Article,Italian,English,Waiting for translations",
        "Teatro,Topic,Italian,English,Waiting for translations",
    ]


def test_it_is_narrowed_down(admin, submitted):
    submitted(1)
    admin.get(ADDRESS)  # with the messages of what was submitted
    assert "Teatro" not in admin.get(ADDRESS, {"title": "conc"}).content.decode()
    assert "Teatro" not in admin.get(ADDRESS, {"waiting": "False"}).content.decode()
    assert "Teatro" in admin.get(ADDRESS, {"language": "en", "waiting": "True"}).content.decode()


def test_a_long_report_asks_as_much_as_a_short_one(admin, submitted):
    counts = []
    for number in (1, 4):
        submitted(number)
        admin.get(ADDRESS)  # with what is read once
        with Counting() as counting:
            admin.get(ADDRESS)
        counts.append(counting.queries)
    assert counts[0] == counts[1]
