"""The checklist beside a page's form."""

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView

from .reading import draft_of
from .rules import check
from .wording import ChecklistMessage, in_words


class ChecklistSidePanel(BaseSidePanel):
    """Told of the draft as it was last saved; what is being typed is told after the next saving."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = _("Toggle the checklist before publishing")
        icon_name = "tasks"

        def get_context_data(self, parent_context):
            return super().get_context_data(parent_context) | {"count": len(self.panel.advice)}

    name = "checklist"
    title = _("Before publishing")
    template_name = "wagtailadmin/checklist.html"
    order = 150

    @cached_property
    def advice(self) -> list[ChecklistMessage]:
        if not self.object.pk:
            return []
        return [in_words(finding) for finding in check(draft_of(self.object), timezone.localdate())]

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"advice": self.advice}


class ChecklistMixin:
    """For the views that make and edit a page: the checklist stands after the status."""

    def get_side_panels(self):
        panels = super().get_side_panels()
        if hasattr(self.page, "days_to_check"):
            panels.insert(1, ChecklistSidePanel(self.page, self.request))
        return panels


class CheckedCreateView(ChecklistMixin, CreateView):
    """Has the panel from the start, because an autosave turns this page into the editor."""


class CheckedEditView(ChecklistMixin, EditView):
    """Wagtail's editor with the checklist."""
