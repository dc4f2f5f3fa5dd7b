"""The pages that somebody has worked on last, and those of them that nobody outside sees yet."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Max, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page, PageLogEntry, WorkflowState

from .columns import edit_address
from .panels import SHORT

WORK = ("wagtail.create", "wagtail.edit")


class PagesPanel(Component):
    """Titles and when each was changed; one query."""

    template_name = "desk/recent.html"
    heading = ""
    id = ""

    def __init__(self, user):
        self.user = user

    def rows(self) -> QuerySet:
        """Numbers, titles and last changes."""
        raise NotImplementedError

    def get_context_data(self, parent_context):
        pages = [
            {"title": title, "url": edit_address(number), "last": last}
            for number, title, last in self.rows()[:SHORT]
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
        return pages.order_by("-last").values_list("page_id", "page__draft_title", "last")


class DraftsPanel(PagesPanel):
    """What somebody has begun or changed, and nobody has published or been asked to."""

    order = 800
    heading = _("Your drafts")
    id = "own-drafts"

    def rows(self):
        mine = Page.objects.filter(has_unpublished_changes=True, latest_revision__user=self.user)
        # A workflow keeps the number of its page as text, which PostgreSQL compares with no number.
        waiting = WorkflowState.objects.filter(
            base_content_type=ContentType.objects.get_for_model(Page), status=WorkflowState.STATUS_IN_PROGRESS
        )
        numbered = mine.annotate(number=Cast("pk", CharField()))
        open_ended = numbered.exclude(number__in=waiting.values("object_id"))
        return open_ended.order_by("-latest_revision_created_at").values_list(
            "pk", "draft_title", "latest_revision_created_at"
        )
