"""Every field that an editor fills in says what belongs there. What explains itself is listed here."""

from django.urls import reverse
from wagtail.admin.panels import FieldPanel, InlinePanel, PublishingPanel, get_edit_handler
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models

SELF_EXPLANATORY = {
    "PageTopic.topic",
    "RelatedPage.target",
    "PageParty.organisation",
    "Pin.page",
    "EventPage.town",
    "StoryPage.quotation_name",
    "StoryPage.quotation_role",
}


def panels(panel):
    if isinstance(panel, PublishingPanel):
        return  # a window of Wagtail's, which explains the two days together
    yield panel
    for child in getattr(panel, "children", ()):
        yield from panels(child)
    if isinstance(panel, InlinePanel):
        yield from panels(panel.child_edit_handler)


def unexplained(model):
    for panel in panels(get_edit_handler(model)):
        if isinstance(panel, FieldPanel):
            field = panel.model._meta.get_field(panel.field_name)
            if not (panel.help_text or field.help_text):
                yield f"{panel.model.__name__}.{panel.field_name}"
        elif isinstance(panel, InlinePanel) and not panel.help_text:
            yield f"{model.__name__}.{panel.relation_name}"


def test_every_field_is_explained_or_listed():
    reverse("wagtailadmin_home")  # loads the admin, and with it what registers itself there
    models = [*get_page_models(), *get_snippet_models()]
    ours = [model for model in models if not model.__module__.startswith("wagtail")]
    assert {name for model in ours for name in unexplained(model)} == SELF_EXPLANATORY
