"""What waits for somebody's approval, and what somebody has sent for approval."""

from collections import defaultdict

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import ContentTypeFilter, DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.coreutils import get_content_type_label
from wagtail.models import GroupApprovalTask, Page, TaskState

from cms.admin.columns import edit_address
from cms.admin.permissions import may_change_any
from cms.admin.report import Report


class StateFilterSet(WagtailFilterSet):
    kind = ContentTypeFilter(
        label=_("Kind"),
        field_name="revision__content_type",
        queryset=ContentType.objects.filter(pk__in=TaskState.objects.values("revision__content_type")),
    )
    started_at = django_filters.DateFromToRangeFilter(label=_("Sent between"), widget=DateRangePickerWidget)

    class Meta:
        model = TaskState
        fields = ["kind", "started_at"]


class RequestPaginator(WagtailPaginator):
    """Counts what is asked for; the models are called by a program's words."""

    verbose_name = _("request for approval")
    verbose_name_plural = _("requests for approval")


class StateKindColumn(Column):
    def get_value(self, state):
        # The cache of kinds, not a query a row.
        return get_content_type_label(ContentType.objects.get_for_id(state.revision.content_type_id))


class CompareColumn(BaseColumn):
    """Leads to what would change, where there is something public already."""

    cell_template_name = "dashboard/compare.html"


class States(Report):
    """Steps of a workflow that are under way. A row is told by its version: pages and snippets alike."""

    model = TaskState
    paginator_class = RequestPaginator
    verbose_name_plural = RequestPaginator.verbose_name_plural
    header_icon = "check"
    filterset_class = StateFilterSet
    default_ordering = "started_at"
    columns = [
        TitleColumn(
            "title",
            label=_("Title"),
            accessor=lambda state: state.revision.object_str,
            get_url=lambda state: state.edit_url,
        ),
        StateKindColumn("kind", label=_("Kind"), width="16%"),
        Column("sent_by", label=_("Sent by"), accessor=lambda state: state.sent_by or "", width="16%"),
        DateColumn("started_at", label=_("Sent"), sort_key="started_at", width="16%"),
        CompareColumn("changes", label=_("Changes"), width="16%"),
    ]
    short = ("title", "kind", "sent_by", "started_at", "changes")

    @classmethod
    def states(cls):
        running = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
        return running.select_related("revision", "workflow_state__requested_by").order_by("started_at")

    @classmethod
    def complete(cls, rows):
        live = _live(rows)
        for state in rows:
            who = state.workflow_state.requested_by
            state.sent_by = (who.get_full_name() or who.get_username()) if who else ""
            model, pk = _what(state)
            state.edit_url = _edit_address(model, pk)
            is_live = pk in live[model]
            state.compare_url = _compare_address(model, pk, state.revision_id) if is_live else ""


def _what(state) -> tuple[type[Model], str]:
    """The model, which is that of all pages for a page, and the number of what is in the workflow."""
    kind = ContentType.objects.get_for_id(state.revision.base_content_type_id)
    return kind.model_class(), state.revision.object_id


def _live(rows) -> dict[type[Model], set[str]]:
    """The numbers of what is public, by model; a query for each model."""
    pks = defaultdict(list)
    for model, pk in map(_what, rows):
        pks[model].append(pk)
    return {
        model: {str(pk) for pk in model.objects.filter(pk__in=some, live=True).values_list("pk", flat=True)}
        for model, some in pks.items()
    }


def _edit_address(model: type[Model], pk: str) -> str:
    if model is Page:
        return edit_address(pk)
    return AdminURLFinder().get_edit_url(model(pk=pk)) or ""


def _compare_address(model: type[Model], pk: str, revision: int) -> str:
    page = "wagtailadmin_pages:revisions_compare"
    name = page if model is Page else model.snippet_viewset.get_url_name("revisions_compare")
    return reverse(name, args=[pk, "live", revision])


class Approvals(States):
    slug = "approvals"
    page_title = _("Waiting for my approval")
    order = 10

    @classmethod
    def allows(cls, user) -> bool:
        """Members of a group that approves; asked once for each request."""
        if not hasattr(user, "_approves"):
            tasks = GroupApprovalTask.objects.filter(active=True, groups__user=user)
            user._approves = user.is_superuser or tasks.exists()
        return user._approves

    @classmethod
    def rows(cls, user):
        states = cls.states()
        if user.is_superuser:
            return states
        tasks = GroupApprovalTask.objects.filter(active=True, groups__user=user)
        return states.filter(task__in=tasks.values("task_ptr"))


class Submissions(States):
    slug = "submissions"
    page_title = _("Sent for approval by me")
    header_icon = "upload"
    order = 90

    @classmethod
    def allows(cls, user) -> bool:
        return may_change_any(user)

    @classmethod
    def rows(cls, user):
        return cls.states().filter(workflow_state__requested_by=user)
