"""What somebody reads who types into a form that has been locked meanwhile."""

from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str, get_user_display_name
from wagtail.locks import BaseLock, BasicLock, WorkflowLock

from .approval.withdrawal import withdraw_address


class LockMessageMixin:
    """For the views that edit pages and snippets, before those that save."""

    def post(self, request, *args, **kwargs):
        state = self._withdrawable()
        if state and "action-cancel-workflow" in request.POST:
            return redirect(withdraw_address(state))  # from a window with the button of an earlier release
        return super().post(request, *args, **kwargs)

    def form_invalid(self, form):
        if self.expects_json_response or not self.locked_for_user:
            return super().form_invalid(form)
        self.form = form
        state = self._withdrawable()
        context = {"sentence": holder(self.lock), "withdraw": withdraw_address(state) if state else ""}
        messages.error(self.request, render_to_string("wagtailadmin/locked.html", context))
        self.autosave_enabled = False
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def json_error_response(self, error_code, error_message):
        if error_code == "locked":
            error_message = "{} {}".format(holder(self.lock), _("What you type here is not saved."))
        return super().json_error_response(error_code, error_message)

    def _withdrawable(self):
        """The workflow that the user may end; None where there is none."""
        thing = getattr(self, "page", None) or self.object
        state = thing.current_workflow_state
        return state if state and state.user_can_cancel(self.request.user) else None


def holder(lock: BaseLock) -> str:
    """Who holds it, and since when."""
    title = get_latest_str(lock.object)
    if isinstance(lock, WorkflowLock):
        state = lock.object.current_workflow_task_state
        groups = getattr(state.task.specific, "groups", None)
        names = ", ".join(map(str, groups.all())) if groups else str(state.task)
        values = {"title": title, "names": names, "when": _moment(state.started_at)}
        return _("“%(title)s” has been with %(names)s for approval since %(when)s.") % values
    if isinstance(lock, BasicLock) and lock.object.locked_by and lock.object.locked_at:
        name = get_user_display_name(lock.object.locked_by)
        values = {"title": title, "name": name, "when": _moment(lock.object.locked_at)}
        return _("%(name)s has locked “%(title)s” since %(when)s.") % values
    return _("“%(title)s” is locked.") % {"title": title}


def _moment(when) -> str:
    return date_format(timezone.localtime(when), "DATETIME_FORMAT")
