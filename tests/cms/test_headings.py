"""Each page that asks before it does something has a heading with what it is about."""

import pytest
from django.urls import reverse
from wagtail.test.utils.wagtail_tests import WagtailTestUtils

from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("act", ["delete", "unpublish", "move_confirm"])
def test_the_heading_says_what_it_is_about(anna, tree, act):
    page = pages.article(tree.news, title="Concerto di prova", slug="concerto")
    arguments = [page.pk, tree.news.pk] if act == "move_confirm" else [page.pk]
    soup = WagtailTestUtils.get_soup(anna.get(reverse(f"wagtailadmin_pages:{act}", args=arguments)).content)
    (heading,) = soup.select("h1#header-title")
    assert "Concerto di prova" in heading.get_text()
