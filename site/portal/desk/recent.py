"""The pages that somebody has worked on last."""

from django.db.models import Max
from wagtail.admin.ui.components import Component
from wagtail.models import PageLogEntry

from .columns import edit_address
from .panels import SHORT

WORK = ("wagtail.create", "wagtail.edit")


class RecentPanel(Component):
    """Where to go on; one query."""

    template_name = "desk/recent.html"
    order = 900

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"pages": self._pages()}

    def _pages(self) -> list[dict]:
        entries = PageLogEntry.objects.filter(user=self.user, action__in=WORK)
        pages = entries.values("page_id", "page__draft_title").annotate(last=Max("timestamp"))
        return [
            {"title": page["page__draft_title"], "url": edit_address(page["page_id"]), "last": page["last"]}
            for page in pages.order_by("-last")[:SHORT]
        ]
