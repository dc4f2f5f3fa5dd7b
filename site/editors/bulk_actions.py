"""Which actions on several things at once are offered in a list: those that one may do to something."""

from collections.abc import Iterator
from typing import NamedTuple

from django.apps import apps
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Page
from wagtail.permissions import policy_registry

PUBLISHING = ("publish", "unpublish")


class OfferedAction(NamedTuple):
    """For a template, which would call the class."""

    name: str
    label: str
    description: str
    classes: str

    @classmethod
    def of(cls, action: type[BulkAction]) -> "OfferedAction":
        return cls(action.action_type, action.display_name, action.aria_label, " ".join(action.classes))


def offered(user, app_label: str, model_name: str) -> list[OfferedAction]:
    """In Wagtail's order. The list shows other rows without a new page, so it is not asked what it shows."""
    model = apps.get_model(app_label, model_name)
    actions = bulk_action_registry.get_bulk_actions_for_model(app_label, model_name)
    may = _pages if issubclass(model, Page) else _things
    allowed = set(may(user, model, {action.action_type for action in actions}))
    chosen = (action for action in actions if action.action_type in allowed)
    return [OfferedAction.of(action) for action in sorted(chosen, key=lambda one: one.action_priority)]


def _pages(user, model: type[Page], names: set[str]) -> Iterator[str]:
    """Who may not publish deletes and moves drafts only."""
    policy = policy_registry.get_by_type(Page)
    if policy.user_has_permission(user, "publish"):
        yield from names
    elif policy.instances_user_has_permission_for(user, "change").filter(live=False).exists():
        yield from names.difference(PUBLISHING)


def _things(user, model, names: set[str]) -> Iterator[str]:
    policy = policy_registry.get_by_type(model)
    for name in names:
        if policy.user_has_permission(user, "delete" if name == "delete" else "change"):
            yield name
