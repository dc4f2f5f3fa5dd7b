"""No list of the admin has two columns, or two filters, of one name."""

from collections import Counter

import pytest
from django.urls import get_resolver
from django.utils import translation
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.pages import PageListingViewSet


def lists() -> list[PageListingViewSet]:
    assert get_resolver().url_patterns  # with Wagtail's addresses the viewsets come
    return [one for one in viewsets.viewsets if isinstance(one, PageListingViewSet)]


@pytest.mark.parametrize("language", ["it", "en", "fr"])
def test_columns_and_filters_have_names_of_their_own(language):
    assert lists()
    with translation.override(language):
        for each in lists():
            for named in (each.columns, each.filterset_class.base_filters.values()):
                names = Counter(str(one.label) for one in named if one.label)
                assert not [name for name, count in names.items() if count > 1], (each.model, names)
