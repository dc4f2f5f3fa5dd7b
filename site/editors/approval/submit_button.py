"""The button that asks for approval. Wagtail's says the name of a workflow, which reads like a place and is
in one language only.
"""

from django.utils.translation import gettext as _
from wagtail.admin import action_menu as of_pages
from wagtail.models import WorkflowState
from wagtail.snippets import action_menu as of_snippets


class _Worded:
    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        thing = parent_context.get("page") or parent_context.get("instance")
        state = thing.current_workflow_state if thing else None
        again = state and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        context["label"] = _("Submit again for approval") if again else _("Submit for approval")
        return context


class SubmitPage(_Worded, of_pages.SubmitForModerationMenuItem):
    pass


class SubmitSnippet(_Worded, of_snippets.SubmitForModerationMenuItem):
    pass


OURS = {
    of_pages.SubmitForModerationMenuItem: SubmitPage,
    of_snippets.SubmitForModerationMenuItem: SubmitSnippet,
}


def word_the_button(items, request, context) -> None:
    """For Wagtail's action menus."""
    items[:] = [OURS[type(item)](order=item.order) if type(item) in OURS else item for item in items]
