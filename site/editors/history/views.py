"""The history of a page or a snippet: what was public once is read and brought back where it says so."""

from copy import copy
from functools import cached_property

from wagtail.admin.views.generic.history import ActionColumn
from wagtail.admin.views.pages.history import PageHistoryView
from wagtail.snippets.views.snippets import HistoryView

PUBLISHED, SAVED = "wagtail.publish", "wagtail.edit"


class PublishedColumn(ActionColumn):
    """Wagtail has its menu on the row of the draft only, and nothing tells which of many was published."""

    def get_actions(self, instance, parent_context):
        if instance.action == PUBLISHED and instance.revision_id:
            instance = copy(instance)
            instance.action, instance.content_changed = SAVED, True
        return super().get_actions(instance, parent_context)


class PublishedVersionsMixin:
    @cached_property
    def columns(self):
        found = super().columns
        for column in found:
            if type(column) is ActionColumn:  # made with all that it knows, and asked by rows only
                column.__class__ = PublishedColumn
        return found


class PortalHistoryView(PublishedVersionsMixin, PageHistoryView):
    pass


class EditorialHistoryView(PublishedVersionsMixin, HistoryView):
    pass
