"""What was saved meanwhile by somebody else is not written over unseen."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from .versions import FORM_KEY


class NothingOverwrittenMixin:
    """For the views that edit pages and snippets.

    Refuses what was typed over an older version than the latest, and keeps it in the form. What the form
    itself has saved is no other version: not by itself while somebody typed, and not when the answer was
    lost on its way. The refused form knows the latest version: who saves again has been told.
    """

    @cached_property
    def is_out_of_date(self) -> bool:
        latest, posted = self.latest_revision, self.request.POST
        key = posted.get(FORM_KEY)
        if not latest or (key and latest.content.get(FORM_KEY) == key):
            return False
        loaded = posted.get("loaded_revision_id")
        if not loaded:  # the form was opened when there was no version
            return bool(key)
        # A version is also saved over by the form that made it, and then has another moment.
        moment = posted.get("loaded_revision_created_at") or self.latest_revision_created_at
        return (loaded, moment) != (str(latest.pk), self.latest_revision_created_at)

    def post(self, request, *args, **kwargs):
        if not self.is_out_of_date and not self._may_save_over():
            request.POST = request.POST.copy()
            request.POST.pop("overwrite_revision_id", None)
        return super().post(request, *args, **kwargs)

    def _may_save_over(self) -> bool:
        """Whether the version that the form saved last can take what it saves now. Another one is made after
        a login by another name, or when that version has been published."""
        latest, thing = self.latest_revision, getattr(self, "page", None) or self.object
        return bool(
            latest
            and str(latest.pk) == self.request.POST.get("overwrite_revision_id")
            and latest.user_id == self.request.user.pk
            and not latest.approved_go_live_at
            and latest.pk != thing.live_revision_id
        )

    def form_valid(self, form):
        return self.form_invalid(form) if self.is_out_of_date else super().form_valid(form)

    def form_invalid(self, form):
        if self.expects_json_response or not self.is_out_of_date:
            return super().form_invalid(form)
        messages.error(self.request, self._told())
        # It would put this in place of the other version before anybody has read of it.
        self.autosave_enabled = False
        if not form.is_valid() or "action-cancel-workflow" in self.request.POST:
            return super().form_invalid(form)
        self.form, self.has_unsaved_changes = form, True
        return self.render_to_response(self.get_context_data())

    def _told(self) -> str:
        user, saved = self.latest_revision.user, timezone.localtime(self.latest_revision.created_at)
        told = {
            "name": user.get_full_name() or user.get_username() if user else _("Somebody"),
            "time": date_format(saved, "TIME_FORMAT"),
        }
        message = _(
            "%(name)s saved this at %(time)s, after you had opened it. Nothing is overwritten: what you "
            "typed is still here. Compare it with the latest version under “History”; saving again "
            "puts yours in its place."
        )
        return message % told
