"""Who may change workflows and their steps: a step lets its groups approve, and that publishes."""

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Task, Workflow, WorkflowContentType
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from .grantable import Holdings

CHANGES = {"add", "change", "delete"}


class WorkflowPolicy(ModelPermissionPolicy):
    """Only those who may publish wherever there is a workflow give others the power to."""

    def user_has_permission(self, user, action):
        allowed = super().user_has_permission(user, action)
        return allowed and (action not in CHANGES or user.is_superuser or _may_change(user))


def _may_change(user) -> bool:
    """Kept with the user, as Django keeps permissions: the menu of each admin page asks several times."""
    if not hasattr(user, "_publishes_everywhere"):
        user._publishes_everywhere = _publishes_everywhere(user)
    return user._publishes_everywhere


def _publishes_everywhere(user) -> bool:
    publish = Permission.objects.filter(content_type__app_label="wagtailcore", codename="publish_page")
    holdings, pages = Holdings(user), Page.objects.filter(workflowpage__isnull=False)
    if any(holdings.lacks_on_page(page, publish) for page in pages):
        return False
    numbers = WorkflowContentType.objects.values_list("content_type_id", flat=True)
    kinds = [ContentType.objects.get_for_id(number).model_class() for number in numbers]
    names = [
        f"{kind._meta.app_label}.{get_permission_codename('publish', kind._meta)}" for kind in kinds if kind
    ]
    return user.has_perms(names)


def put_in_place() -> None:
    for model in (Task, Workflow):
        register_permission_policy(model, WorkflowPolicy(model))
