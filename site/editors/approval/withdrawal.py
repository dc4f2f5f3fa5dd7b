"""To take back what waits for approval: asked first, and nothing of an open form is saved with it.

Wagtail's button saves what the form holds, which in a window that was left open is an older text.
"""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail.admin import action_menu as of_pages
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_latest_str
from wagtail.models import WorkflowState
from wagtail.snippets import action_menu as of_snippets

from cms.admin.deny import deny_with_403

BUTTONS = (of_pages.CancelWorkflowMenuItem, of_snippets.CancelWorkflowMenuItem)


def withdraw_address(state: WorkflowState) -> str:
    return reverse("portal_withdraw", args=[state.pk])


class _Withdraw(of_pages.ActionMenuItem):
    name = "action-cancel-workflow"
    icon_name = "error"

    def get_url(self, parent_context):
        thing = parent_context.get("page") or parent_context["instance"]
        return withdraw_address(thing.current_workflow_state)

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"label": _("Withdraw from approval")}


def ask_before_withdrawing(items, request, context) -> None:
    """For Wagtail's action menus: a link to the question instead of a button of the form."""
    items[:] = [_Withdraw(order=item.order) if type(item) in BUTTONS else item for item in items]


@deny_with_403
def confirm(request: HttpRequest, state_id: int) -> HttpResponse:
    state = get_object_or_404(WorkflowState.objects.active(), pk=state_id)
    if not state.user_can_cancel(request.user):
        raise PermissionDenied
    thing, title = state.content_object, get_latest_str(state.content_object)
    back = AdminURLFinder(request.user).get_edit_url(thing) or reverse("wagtailadmin_home")
    if request.method != "POST":
        return render(request, "wagtailadmin/withdraw.html", {"title": title, "back": back})
    state.cancel(user=request.user)
    messages.success(request, _("“%(title)s” is no longer waiting for approval.") % {"title": title})
    return redirect(back)


def addresses():
    return [path("withdraw/<int:state_id>/", confirm, name="portal_withdraw")]
