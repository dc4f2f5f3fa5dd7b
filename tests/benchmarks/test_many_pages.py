"""The benchmark's pages are real ones: both searches find them."""

import pytest

from news.models import ArticlePage
from search.query import SearchQuery
from tests.benchmarks import many_pages

pytestmark = pytest.mark.django_db


def test_both_searches_find_the_pages_made_at_once(search_index):
    many_pages.make(30)
    search_index.rebuild()
    many_pages.index_for_wagtail()
    found = search_index.engine.search(SearchQuery("it", "cooperazione", per=50))
    numbers = set(
        ArticlePage.objects.live().search("cooperazione").get_queryset().values_list("pk", flat=True)
    )
    assert 20 <= len(numbers) <= 30
    assert {hit.page_id for hit in found.hits} == numbers
    assert ArticlePage.find_problems() == ([], [], [], [], [])
