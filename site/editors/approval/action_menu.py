"""What the menu of a page or snippet says to somebody who decides about it: one name for each thing it does.

Wagtail offers "Publish" beside "Approve and Publish", and two ways to begin an approval that differ only
where it has several steps.
"""

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import action_menu as of_pages
from wagtail.models import WorkflowMixin
from wagtail.snippets import action_menu as of_snippets

from ..scheduling import coming, moment

PUBLISH = "action-publish"
RESTART = "action-restart-workflow"


class _RestartPage(of_pages.RestartWorkflowMenuItem):
    label = gettext_lazy("Submit again from the first step")


class _RestartSnippet(of_snippets.RestartWorkflowMenuItem):
    label = gettext_lazy("Submit again from the first step")


OURS = {
    of_pages.RestartWorkflowMenuItem: _RestartPage,
    of_snippets.RestartWorkflowMenuItem: _RestartSnippet,
}


def approval_label(thing: Model, with_comment: bool) -> str:
    """What approving does: after the last step it publishes."""
    if not thing.current_workflow_state.is_at_final_task:
        return _("Approve, with a comment") if with_comment else _("Approve")
    return _("Approve and publish, with a comment") if with_comment else _("Approve and publish")


def label_in_window(thing: Model, action: str, label: str) -> str:
    """For the window that asks for a comment: what its button does, and when. ``label`` is Wagtail's."""
    if action != "approve":
        return label
    label, when = approval_label(thing, with_comment=True), coming(thing.get_latest_revision_as_object())
    return f"{label}: {moment(when)}" if when else label


def word_the_decisions(items, request, context) -> None:
    """For Wagtail's action menus."""
    thing = context.get("page") or context.get("instance")
    state = thing.current_workflow_state if isinstance(thing, WorkflowMixin) else None
    if state is None:
        return
    approving = [item for item in items if item.name == "approve"]
    for item in approving:
        item.label = approval_label(thing, item.launch_modal)
    several = state.workflow.workflow_tasks.count() > 1
    left = {PUBLISH} if approving and state.is_at_final_task else set()
    left |= set() if several else {RESTART}
    kept = (item for item in items if item.name not in left)
    items[:] = [OURS[type(item)](order=item.order) if type(item) in OURS else item for item in kept]
