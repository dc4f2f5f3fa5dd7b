"""Makes the groups of ``roles`` and the workflow. What administrators have changed since stays as it is.

A group is filled when it is made. A language or a section that is added later is given to it then: where
a group has no permission at all on a section, or on any file, it gets those of its role. So is a permission
that an update brings.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Task,
    Workflow,
    WorkflowContentType,
    WorkflowMixin,
    WorkflowPage,
    WorkflowTask,
)

from cms.page_types import page_types

from . import workflow_names
from .models import RoleSetUp
from .roles import ADMINISTRATOR, APPROVERS, ROLES, Languages, PagePermissions, Role

WAGTAIL_GROUPS = ("Editors", "Moderators")
WAGTAIL_WORKFLOW = "Moderators approval"
# Wagtail asks for the permissions on its own models, also where others have taken their place.
FILES = (Image, Document)


@dataclass
class Made:
    """The names of new groups, and by group what has been given to one that was there, as "app.codename"."""

    groups: list[str] = field(default_factory=list)
    given: dict[str, list[str]] = field(default_factory=dict)


@transaction.atomic
def set_up() -> Made:
    """Make what is missing; what that was."""
    made = Made()
    before = _known_to_administrators()
    for role in ROLES:
        group, created = Group.objects.get_or_create(name=role.name)
        if created:
            made.groups.append(role.name)
            group.permissions.set(_permissions(role))
        elif given := _give_what_is_new(role, group, before):
            made.given[role.name] = given
        _note(role)
        for pages in role.pages:
            _allow_pages(group, pages, role.name)
        _allow(group, role.files, FILES)
        _allow(group, role.collections, [Collection])
    _set_up_workflow()
    if len(made.groups) == len(ROLES):
        _remove_wagtails_own()
    return made


def _label(permission: Permission) -> str:
    return f"{permission.content_type.app_label}.{permission.codename}"


def _known_to_administrators() -> set[str] | None:
    """The permissions of that group: on a site that was set up by an older release, which noted nothing,
    those that there were then. None where there is no such group."""
    group = Group.objects.filter(name=ADMINISTRATOR.name).first()
    return {_label(one) for one in group.permissions.select_related("content_type")} if group else None


def _give_what_is_new(role: Role, group: Group, before: set[str] | None) -> list[str]:
    """What an update has brought for this role; nothing that administrators have taken away."""
    noted = RoleSetUp.objects.filter(role=role.name).values_list("permissions", flat=True).first()
    known = before if noted is None else set(noted)
    if known is None:
        return []
    new = {_label(one): one for one in _permissions(role) if _label(one) not in known}
    held = {_label(one) for one in group.permissions.select_related("content_type")}
    group.permissions.add(*new.values())
    return sorted(new.keys() - held)


def _note(role: Role) -> None:
    present = sorted(map(_label, _permissions(role)))
    RoleSetUp.objects.update_or_create(role=role.name, defaults={"permissions": present})


def _permissions(role: Role) -> list[Permission]:
    if role is ADMINISTRATOR:
        return list(Permission.objects.select_related("content_type"))
    wanted = set(role.models)
    return [one for one in Permission.objects.select_related("content_type") if _label(one) in wanted]


def _allow_pages(group: Group, pages: PagePermissions, role: str) -> None:
    for section in _sections(pages, role):
        if not GroupPagePermission.objects.filter(group=group, page=section).exists():
            for name in pages.permissions:
                GroupPagePermission.objects.create(group=group, page=section, permission_type=name)


def _sections(pages: PagePermissions, role: str = "") -> Iterator[Page]:
    source = settings.LANGUAGE_CODE
    own = [model for model in page_types() if role and model.written_by == role]
    models = [apps.get_model(label) for label in pages.sections] or own
    kinds = ContentType.objects.get_for_models(*models).values()
    found = Page.objects.filter(content_type__in=kinds).select_related("locale")
    for page in found:
        is_source = page.locale.language_code == source
        if pages.languages is Languages.ALL or is_source == (pages.languages is Languages.SOURCE):
            yield page


def _allow(group: Group, actions: Iterable[str], models: Iterable[type[Model]]) -> None:
    """These actions on what lies in any collection, or on collections."""
    root = Collection.get_first_root_node()
    for model in models:
        kind = ContentType.objects.get_for_model(model)
        if GroupCollectionPermission.objects.filter(group=group, permission__content_type=kind).exists():
            continue
        names = [get_permission_codename(action, model._meta) for action in actions]
        for permission in Permission.objects.filter(content_type=kind, codename__in=names):
            GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)


def _remove_wagtails_own() -> None:
    """The groups and the workflow that Wagtail brings, unless somebody uses them."""
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user=None).delete()
    unused = Workflow.objects.filter(name=WAGTAIL_WORKFLOW, workflow_states=None)
    Task.objects.filter(workflow_tasks__workflow__in=unused, task_states=None).delete()
    unused.delete()


def _set_up_workflow() -> None:
    """One step, approval, on everything that has none yet."""
    workflow = Workflow.objects.filter(name__in=workflow_names.stored(workflow_names.WORKFLOW)).first()
    if workflow is None:
        with override(settings.LANGUAGE_CODE):
            workflow = Workflow.objects.create(name=_(workflow_names.WORKFLOW))
            task = GroupApprovalTask.objects.create(name=_(workflow_names.STEP))
        task.groups.set(Group.objects.filter(name__in=[role.name for role in APPROVERS]))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for home in _sections(PagePermissions(("home.HomePage",), Languages.ALL, ())):
        WorkflowPage.objects.get_or_create(page=home, defaults={"workflow": workflow})
    for model in apps.get_models():
        if issubclass(model, WorkflowMixin) and not issubclass(model, Page):
            kind = ContentType.objects.get_for_model(model)
            WorkflowContentType.objects.get_or_create(content_type=kind, defaults={"workflow": workflow})
