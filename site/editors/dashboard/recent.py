"""The pages that somebody has worked on last, and those of them that nobody outside sees yet."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.components import Component
from wagtail.models import Page, PageLogEntry, Revision, TaskState, WorkflowState

from cms.admin.columns import edit_address
from cms.admin.panels import SHORT

WORK = ("wagtail.create", "wagtail.edit")


class PagesPanel(Component):
    """Titles and a moment each, such as that of the last change; one query. ``column`` says which moment."""

    template_name = "dashboard/recent.html"
    heading = ""
    id = ""
    column = pgettext_lazy("page", "Changed")
    in_full = False  # the moment as day and hour, not as time that has passed

    def __init__(self, user):
        self.user = user

    def rows(self) -> QuerySet:
        """Numbers, titles, moments and remarks."""
        raise NotImplementedError

    def get_context_data(self, parent_context):
        pages = [
            {"title": title, "url": edit_address(object_id), "last": last, "remark": remark}
            for object_id, title, last, remark in self.rows()[:SHORT]
        ]
        return super().get_context_data(parent_context) | {"pages": pages, "panel": self}


class RecentPanel(PagesPanel):
    """Where to go on."""

    order = 900
    heading = _("Your latest work")
    id = "recent-edits"

    def rows(self):
        entries = PageLogEntry.objects.filter(user=self.user, action__in=WORK)
        pages = entries.values("page_id", "page__draft_title").annotate(last=Max("timestamp"))
        return pages.order_by("-last").values_list("page_id", "page__draft_title", "last", Value(""))


class DraftsPanel(PagesPanel):
    """What somebody has begun or changed, and nobody has published, planned or been asked to."""

    order = 800
    heading = _("Your drafts")
    id = "own-drafts"

    def rows(self):
        mine = _with_object_id().filter(has_unpublished_changes=True, latest_revision__user=self.user)
        listed = _states(status=WorkflowState.STATUS_IN_PROGRESS) | _sent_back_to(self.user)
        unplanned = mine.filter(latest_revision__approved_go_live_at=None)
        open_ended = unplanned.exclude(object_id__in=listed.values("object_id"))
        return open_ended.order_by("-latest_revision_created_at").values_list(
            "pk", "draft_title", "latest_revision_created_at", Value("")
        )


class PlannedPanel(PagesPanel):
    """What somebody has written or sent for approval, and will appear by itself."""

    order = 790
    heading = _("Approved, to appear later")
    id = "planned"
    column = _("Appears on")
    in_full = True

    def rows(self):
        kind = ContentType.objects.get_for_model(Page)
        versions = Revision.objects.filter(base_content_type=kind, approved_go_live_at__gt=timezone.now())
        sent = _states(status=WorkflowState.STATUS_APPROVED, requested_by=self.user)
        own = versions.filter(Q(user=self.user) | Q(object_id__in=sent.values("object_id")))
        return own.order_by("approved_go_live_at").values_list(
            "object_id", "object_str", "approved_go_live_at", Value("")
        )


class SentBackPanel(PagesPanel):
    """What somebody has sent for approval and got back, with the comment of whoever sent it back."""

    order = 50
    heading = _("To be revised")
    id = "sent-back"
    column = pgettext_lazy("page", "Sent back")

    def rows(self):
        steps = TaskState.objects.filter(
            workflow_state__in=_sent_back_to(self.user), workflow_state__object_id=OuterRef("object_id")
        ).order_by("-finished_at", "-pk")
        pages = _with_object_id().filter(object_id__in=_sent_back_to(self.user).values("object_id"))
        found = pages.annotate(
            back=Subquery(steps.values("finished_at")[:1]), remark=Subquery(steps.values("comment")[:1])
        )
        return found.order_by("-back").values_list("pk", "draft_title", "back", "remark")


def _with_object_id() -> QuerySet[Page]:
    """A workflow keeps the number of its page as text, which PostgreSQL compares with no number."""
    return Page.objects.annotate(object_id=Cast("pk", CharField()))


def _states(**condition) -> QuerySet[WorkflowState]:
    kind = ContentType.objects.get_for_model(Page)
    return WorkflowState.objects.filter(base_content_type=kind, **condition)


def _sent_back_to(user) -> QuerySet[WorkflowState]:
    return _states(status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=user)
