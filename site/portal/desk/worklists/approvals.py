"""What waits for somebody's approval, and what somebody has sent for approval."""

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.coreutils import get_content_type_label
from wagtail.models import GroupApprovalTask, Page, TaskState

from portal.desk.access import may_change_any
from portal.desk.columns import edit_address
from portal.desk.worklist import Worklist


class StateFilterSet(WagtailFilterSet):
    kind = django_filters.ModelChoiceFilter(
        label=_("Kind"),
        field_name="revision__content_type",
        queryset=ContentType.objects.filter(pk__in=TaskState.objects.values("revision__content_type")),
    )
    started_at = django_filters.DateFromToRangeFilter(label=_("Sent between"), widget=DateRangePickerWidget)

    class Meta:
        model = TaskState
        fields = ["kind", "started_at"]


class StateKindColumn(Column):
    def get_value(self, state):
        # The cache of kinds, not a query a row.
        return get_content_type_label(ContentType.objects.get_for_id(state.revision.content_type_id))


class States(Worklist):
    """Steps of a workflow that are under way. A row is told by its version: pages and snippets alike."""

    model = TaskState
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
    ]
    short = ("title", "kind", "sent_by", "started_at")

    @classmethod
    def states(cls):
        running = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
        return running.select_related("revision", "workflow_state__requested_by").order_by("started_at")

    @classmethod
    def complete(cls, rows):
        page_kind = ContentType.objects.get_for_model(Page).pk
        for state in rows:
            who = state.workflow_state.requested_by
            state.sent_by = (who.get_full_name() or who.get_username()) if who else ""
            is_page = state.revision.base_content_type_id == page_kind
            state.edit_url = edit_address(state.revision.object_id) if is_page else _snippet_address(state)


def _snippet_address(state) -> str:
    model = ContentType.objects.get_for_id(state.revision.content_type_id).model_class()
    return AdminURLFinder().get_edit_url(model(pk=state.revision.object_id)) or ""


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
