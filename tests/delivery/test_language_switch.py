"""The language switch leads to the other version wherever it stands in its tree."""

import pytest
from wagtail.models import Page

from tests.markup import without_layout

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("nested", ["it", "en"])
def test_a_section_that_stands_below_another_in_one_language(client, tree, nested):
    moved = tree if nested == "it" else tree.english
    Page.objects.get(pk=moved.funding.pk).move(Page.objects.get(pk=moved.news.pk), pos="last-child")
    addresses = {
        page.locale.language_code: page.url for page in Page.objects.filter(slug__in=("bandi", "funding"))
    }
    assert addresses[nested].count("/") == 4
    for here, there in (("it", "en"), ("en", "it")):
        text = without_layout(client.get(addresses[here]).content.decode())
        assert f'<a href="{addresses[there]}" lang="{there}" hreflang="{there}">' in text
        assert f'hreflang="{there}" href="http' in text
        assert "not-translated" not in text
        assert "non-tradotta" not in text
