"""Makes the groups of ``roles`` and the workflow. What administrators have changed since stays as it is.

A group is filled when it is made. A language or a section that is added later is given to it then: where
a group has no permission at all on a section, or on any file, it gets those of its role.
"""

from collections.abc import Iterable, Iterator

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
from .roles import ADMINISTRATOR, APPROVERS, ROLES, Languages, PagePermissions, Role

WAGTAIL_GROUPS = ("Editors", "Moderators")
WAGTAIL_WORKFLOW = "Moderators approval"
# Wagtail asks for the permissions on its own models, also where others have taken their place.
FILES = (Image, Document)


@transaction.atomic
def set_up() -> list[str]:
    """Make what is missing; the names of the groups that are new."""
    new = []
    for role in ROLES:
        group, created = Group.objects.get_or_create(name=role.name)
        if created:
            new.append(role.name)
            group.permissions.set(_permissions(role))
        for pages in role.pages:
            _allow_pages(group, pages, role.name)
        _allow(group, role.files, FILES)
        _allow(group, role.collections, [Collection])
    _set_up_workflow()
    if len(new) == len(ROLES):
        _remove_wagtails_own()
    return new


def _permissions(role: Role) -> list[Permission]:
    if role is ADMINISTRATOR:
        return list(Permission.objects.all())
    wanted = set(role.models)
    known = Permission.objects.select_related("content_type")
    return [one for one in known if f"{one.content_type.app_label}.{one.codename}" in wanted]


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
