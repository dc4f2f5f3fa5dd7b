"""The message after a draft has been saved: whether readers see it, or something else."""

from django.db.models import Model
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str
from wagtail.models import DraftStateMixin, WorkflowMixin


def sentence(thing: Model) -> str:
    """Of a page or a snippet, just saved. Empty for one without drafts, which is public at once."""
    if not isinstance(thing, DraftStateMixin):
        return ""
    values = {"title": get_latest_str(thing)}
    if not thing.live:
        return _("The draft of “%(title)s” is saved. Readers do not see it.") % values
    if isinstance(thing, WorkflowMixin) and thing.workflow_in_progress:
        text = _(
            "The draft of “%(title)s” is saved. Readers still see the published version, until the draft is "
            "approved."
        )
    else:
        text = _(
            "The draft of “%(title)s” is saved. Readers still see the published version, until the draft is "
            "published."
        )
    return text % values


class SavedDraftMixin:
    """For the views that edit pages and snippets. Wagtail's say that something has been updated."""

    def add_save_confirmation_message(self):
        """The message of pages."""
        if self.action_name != "save" or self.is_reverting:
            return super().add_save_confirmation_message()
        messages.success(self.request, format_html("{}", sentence(self.page)))
        return None

    def get_success_message(self, *args, **kwargs):
        """The message of snippets."""
        text = sentence(self.object) if self.action == "edit" and not self._is_reverting() else ""
        return text or super().get_success_message(*args, **kwargs)

    def _is_reverting(self) -> bool:
        return bool(self.kwargs.get("revision_id"))
