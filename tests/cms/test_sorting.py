"""Names stand where a reader looks for them, whatever the database compares."""

import pytest

from cms.list_page.filters import TopicFilter
from cms.models import Organisation, Topic
from cms.sorting import alphabetical, by_name
from news.queries import projects
from tests.factories import pages

SORTED = ["Danza", "eccellenza", "Écomusée", "Economia", "Èquipe", "Zecca"]


def test_in_memory():
    assert sorted(set(SORTED), key=alphabetical) == SORTED


@pytest.mark.django_db
def test_in_a_query():
    for number, name in enumerate(reversed(SORTED)):
        Organisation.objects.create(name=name, slug=f"o{number}")
    assert list(Organisation.objects.order_by(by_name("name")).values_list("name", flat=True)) == SORTED


def test_the_topics_of_a_filter(tree):
    for number, name in enumerate(reversed(SORTED)):
        Topic.objects.create(name=name, slug=f"t{number}", locale=tree.locale)
    assert list(TopicFilter(tree.locale.pk).labels.values()) == SORTED


def test_projects_of_which_no_day_is_told(tree):
    for name in reversed(SORTED):
        pages.project(tree.projects, title=name, starts_on=None)
    assert [page.title for page in projects(tree.projects)] == SORTED
