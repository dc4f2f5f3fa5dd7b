"""Distinct things of a form have distinct names, in every language of the admin."""

import pytest
from django.apps import apps
from django.utils.translation import override
from portal.core.pages import BasePage
from wagtail.admin.panels import ObjectList, TabbedInterface, get_edit_handler
from wagtail.coreutils import cautious_slugify
from wagtail.snippets.models import get_snippet_models

PAGES = [model for model in apps.get_models() if issubclass(model, BasePage)]


def handler_of(model):
    return model.get_edit_handler() if model in PAGES else get_edit_handler(model)


def headings(panel) -> list[str]:
    """The tabs, and the groups and fields within all of them, as an editor reads them."""
    found = []
    for child in getattr(panel, "children", ()):
        if child.heading and not isinstance(panel, TabbedInterface):
            found.append(str(child.heading))
        if not hasattr(child, "relation_name"):
            found += headings(child)
    return found


@pytest.mark.parametrize("language", ["it", "en", "fr"])
@pytest.mark.parametrize("model", [*PAGES, *get_snippet_models()], ids=lambda model: model._meta.label)
def test_no_two_tabs_and_no_two_groups_have_one_name(model, language):
    with override(language):
        handler = handler_of(model)
        if isinstance(handler, TabbedInterface):
            tabs = [str(tab.heading) for tab in handler.children if isinstance(tab, ObjectList)]
            slugs = [cautious_slugify(tab) for tab in tabs]
            assert sorted(slugs) == sorted(set(slugs)), tabs
        groups = [name for name in headings(handler) if name]
        assert sorted(groups) == sorted(set(groups))
