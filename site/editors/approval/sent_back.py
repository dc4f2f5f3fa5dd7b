"""A page or snippet that was sent back shows which changes were requested, and by whom."""

from django.db.models import Model
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.models import TaskState, WorkflowMixin, WorkflowState


def request_for_changes(thing: Model) -> TaskState | None:
    """The step at which ``thing`` was sent back, where that was the last word."""
    state = thing.current_workflow_state if isinstance(thing, WorkflowMixin) else None
    sent_back = state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES
    return state.current_task_state if sent_back else None


class ChangesRequestedMixin:
    """For the views that edit pages and snippets."""

    def get(self, request, *args, **kwargs):
        if step := request_for_changes(getattr(self, "page", None) or self.object):
            messages.warning(request, format_html("{}", _sentence(step)))
        return super().get(request, *args, **kwargs)


def _sentence(step: TaskState) -> str:
    values = {"name": get_user_display_name(step.finished_by), "comment": step.comment}
    if not step.finished_by:
        return _("Changes requested: “%(comment)s”") % values if step.comment else _("Changes requested")
    if step.comment:
        return _("%(name)s asks for changes: “%(comment)s”") % values
    return _("%(name)s asks for changes.") % values
