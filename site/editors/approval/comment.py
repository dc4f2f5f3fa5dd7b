"""Who asks for changes says which: the author has nothing else to go by."""

import json

from django import forms
from django.utils.translation import gettext, gettext_lazy
from wagtail.admin import messages
from wagtail.admin.views.pages import workflow as of_pages
from wagtail.forms import TaskStateCommentForm
from wagtail.snippets.views import snippets as of_snippets

REJECT = "reject"
ASKED = gettext_lazy("Write what is to be changed: the author reads it.")


class RequestForChangesForm(TaskStateCommentForm):
    comment = forms.CharField(
        label=gettext_lazy("What is to be changed"),
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": ASKED},
    )


class RequiredCommentMixin:
    """For the windows that ask for a comment, in the form and in lists."""

    def get_form_class(self):
        return RequestForChangesForm if self.action_name == REJECT else super().get_form_class()

    def post(self, request, *args, **kwargs):
        """Sent without the window's script, Wagtail refuses without a word."""
        by_script = request.headers.get("x-requested-with") == "XMLHttpRequest"
        if not by_script and not self.form_class(request.POST).is_valid():
            messages.error(request, _not_sent_back())
        return super().post(request, *args, **kwargs)


class CollectOfPage(RequiredCommentMixin, of_pages.CollectWorkflowActionDataView):
    pass


class CollectOfSnippet(RequiredCommentMixin, of_snippets.CollectWorkflowActionDataView):
    pass


class ReasonedRejectionMixin:
    """For the views that edit pages and snippets. Without a comment the form is saved, and not sent back."""

    def workflow_action_is_valid(self):
        if not super().workflow_action_is_valid():
            return False
        if self.workflow_action != REJECT or _comment(self.request):
            return True
        messages.error(self.request, _not_sent_back())
        return False


def _comment(request) -> str:
    """What the window has put into the form."""
    try:
        return str(json.loads(request.POST.get("workflow-action-extra-data", "{}"))["comment"]).strip()
    except (ValueError, TypeError, KeyError):
        return ""


def _not_sent_back() -> str:
    return "{} {}".format(gettext("Not sent back."), ASKED)
