"""Distinct things of a form have distinct names, in every language of the admin."""

import polib
import pytest
from django.apps import apps
from django.utils.translation import override
from wagtail.admin.panels import TabbedInterface
from wagtail.coreutils import cautious_slugify
from wagtail.snippets.models import get_snippet_models

from cms.pages import BasePage
from portal import messages

PAGES = [model for model in apps.get_models() if issubclass(model, BasePage)]
OURS = {
    path.parts[-3]: {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))}
    for path in messages.catalogues()
}


def said(texts, language: str) -> list[str]:
    """The texts in a language: by the site's catalogue, which the tests do not load, or by Wagtail's."""
    with override("en"):
        english = [str(each) for each in texts]
    with override(language):
        wagtails = [str(each) for each in texts]
    ours = OURS.get(language, {})
    return [ours.get(text) or other for text, other in zip(english, wagtails, strict=True) if text]


def groups(panel) -> list:
    """The headings of groups and fields within all tabs."""
    found = []
    for child in getattr(panel, "children", ()):
        if not isinstance(panel, TabbedInterface):
            found.append(child.heading)
        if not hasattr(child, "relation_name"):
            found += groups(child)
    return found


def handler_of(model):
    return model.get_edit_handler() if model in PAGES else model.snippet_viewset.get_edit_handler()


@pytest.mark.parametrize("language", ["it", "en", "fr"])
@pytest.mark.parametrize("model", [*PAGES, *get_snippet_models()], ids=lambda model: model._meta.label)
def test_no_two_tabs_and_no_two_groups_have_one_name(model, language):
    handler = handler_of(model)
    if isinstance(handler, TabbedInterface):
        tabs = [cautious_slugify(each) for each in said([tab.heading for tab in handler.children], language)]
        assert len(tabs) > 1
        assert sorted(tabs) == sorted(set(tabs))
    names = said(groups(handler), language)
    assert sorted(names) == sorted(set(names))
