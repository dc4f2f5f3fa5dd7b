"""What is asked before a page is moved or deleted names it, and moving leads elsewhere."""

import pytest
from django.urls import reverse

from news.models import NewsIndexPage
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(tree):
    return pages.article(tree.news, title="Concerto", slug="concerto")


def test_the_question_before_deleting_names_the_page(anna, article):
    text = anna.get(reverse("wagtailadmin_pages:delete", args=[article.pk])).content.decode()
    assert "Are you sure you want to delete “Concerto”?" in text


def test_the_question_before_moving_names_the_page_and_leads_back(anna, tree, article):
    archive = NewsIndexPage(title="Archivio", slug="archivio", locale=tree.home.locale)
    tree.home.add_child(instance=archive)
    address = reverse("wagtailadmin_pages:move_confirm", args=[article.pk, archive.pk])
    text = anna.get(address, follow=True).content.decode()
    assert "move “Concerto” into “Archivio”?" in text and "No, go back" in text


def test_the_place_where_a_page_stands_is_neither_offered_nor_taken(anna, tree, article):
    chooser = reverse("wagtailadmin_choose_page_child", args=[tree.home.pk])
    asked = {"page_type": "wagtailcore.page", "target_pages[]": article.pk, "user_perms": "move_to"}
    rows = {row.pk: row.can_choose for row in anna.get(chooser, asked).context["table"].data}
    assert rows[tree.news.pk] is False
    address = reverse("wagtailadmin_pages:move", args=[article.pk])
    answer = anna.post(address, {"new_parent_page": tree.news.pk})
    assert answer.status_code == 200 and "choose another place" in answer.content.decode()
