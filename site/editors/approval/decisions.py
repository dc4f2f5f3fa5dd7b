"""The message to somebody who has approved something, or sent it back."""

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str, get_user_display_name
from wagtail.models import Page, TaskState, WorkflowState


def _decided(thing: Model) -> TaskState | None:
    """The last step of which somebody has decided."""
    states = WorkflowState.objects.for_instance(thing).order_by("-created_at", "-pk")
    steps = TaskState.objects.filter(workflow_state=states.first(), finished_at__isnull=False)
    return steps.select_related("workflow_state__requested_by").order_by("-finished_at", "-pk").first()


def sentence(thing: Model) -> str:
    """The message about the last decision; empty when it is neither an approval nor a rejection."""
    step = _decided(thing)
    if step is None:
        return ""
    values = {"title": get_latest_str(thing)}
    if step.status == TaskState.STATUS_REJECTED:
        return _sent_back(step, values)
    if step.status != TaskState.STATUS_APPROVED:
        return ""
    state = step.workflow_state
    if state.status == WorkflowState.STATUS_IN_PROGRESS:
        values["task"] = state.current_task_state.task.name
        return _("“%(title)s” is approved and goes on to: %(task)s.") % values
    if thing.revisions.filter(approved_go_live_at__gt=timezone.now()).exists():
        return _("“%(title)s” is approved.") % values  # when it appears is told beside it
    return _("“%(title)s” is approved and published.") % values


def _sent_back(step: TaskState, values: dict) -> str:
    author = step.workflow_state.requested_by
    values["name"] = get_user_display_name(author) if author else _("the author")
    if step.comment:
        return _("“%(title)s” is sent back to %(name)s with your comment.") % values
    return _("“%(title)s” is sent back to %(name)s.") % values


def public_address(thing: Model) -> str:
    """The public address of a page; empty for a draft, a planned page and a snippet."""
    page = Page.objects.filter(pk=thing.pk, live=True).first() if isinstance(thing, Page) else None
    return (page.full_url or "") if page else ""


class DecisionMessageMixin:
    """For the views that edit pages and snippets."""

    def add_save_confirmation_message(self):
        """The message of pages."""
        if self.action_name != "perform_workflow_action" or not (text := self._decision()):
            return super().add_save_confirmation_message()
        page = type(self.page).objects.get(pk=self.page.pk)
        self.page = page  # with its address as it is now
        shown = page.live and page.url is not None
        messages.success(self.request, text, buttons=[self.get_view_live_message_button()] if shown else [])
        return None

    def get_success_message(self, *args, **kwargs):
        """The message of snippets."""
        text = self._decision() if self.action == "workflow-action" else ""
        return text or super().get_success_message(*args, **kwargs)

    def _decision(self) -> str:
        thing = getattr(self, "page", None) or self.object
        return sentence(type(thing)._default_manager.get(pk=thing.pk))


class DecidedElsewhereMixin:
    """For the views that approve or send back from a list or a preview: Wagtail's say nothing."""

    def post(self, request, *args, **kwargs):
        answer = super().post(request, *args, **kwargs)
        self.task_state.refresh_from_db()
        if self.task_state.status != TaskState.STATUS_IN_PROGRESS:
            self._tell(request)
        return answer

    def _tell(self, request) -> None:
        thing = type(self.object)._default_manager.get(pk=self.object.pk)
        if text := sentence(thing):
            messages.success(request, text)
        # What the editor's form tells besides: the hour of publication, and what stands in other languages.
        request.POST = request.POST.copy()
        request.POST["workflow-action-name"] = self.action_name
        name = "after_edit_page" if isinstance(thing, Page) else "after_edit_snippet"
        for tell in hooks.get_hooks(name):
            tell(request, thing)
