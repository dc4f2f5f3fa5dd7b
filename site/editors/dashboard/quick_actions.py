"""Quick actions: a new article, event, sheet and the like, each one click from the dashboard."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page, get_page_models

from cms.admin.permissions import source_locale
from cms.admin.working_languages import POLICY


@dataclass(frozen=True)
class QuickAction:
    """A kind of page, and the section in which a new one is made."""

    kind: type[Page]
    section: Page

    @property
    def address(self) -> str:
        meta = self.kind._meta
        return reverse("wagtailadmin_pages:add", args=[meta.app_label, meta.model_name, self.section.pk])


class QuickActionsPanel(Component):
    """The kinds of page that ``user`` may add, in the language that texts are written in first."""

    template_name = "dashboard/quick_actions.html"
    order = 5

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"quick_actions": self.quick_actions()}

    def quick_actions(self) -> list[QuickAction]:
        """The actions in the order of the tree; one query."""
        kinds = {ContentType.objects.get_for_model(model).pk: kind for model, kind in _sections()}
        allowed = POLICY.instances_user_has_permission_for(self.user, "add")
        found = allowed.filter(content_type__in=kinds, locale=source_locale()).order_by("path")
        return [QuickAction(kinds[section.content_type_id], section) for section in found]


def _sections() -> list[tuple[type[Page], type[Page]]]:
    """Models of pages below which pages of one other kind are made, each with that kind."""
    models = [model for model in get_page_models() if model is not Page]  # a home is not begun every day
    below = [(model, model.creatable_subpage_models()) for model in models]
    return [(model, kinds[0]) for model, kinds in below if len(kinds) == 1 and kinds[0] is not model]
