"""What was saved meanwhile by somebody else is not written over unseen."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.defaults import permission_denied
from wagtail.admin import messages

from .revisions import FORM_KEY
from .row import renew


class OverwriteGuardMixin:
    """For the views that edit pages and snippets.

    Refuses what was typed over an older version than the latest, and keeps it in the form. What the form
    itself has saved is no other version: not by itself while somebody typed, and not when the answer was
    lost on its way. The refused form knows the latest version: who saves again has been told.
    """

    revisions_compare_url_name = "wagtailadmin_pages:revisions_compare"  # of snippets Wagtail says it

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

    def dispatch(self, request, *args, **kwargs):
        """Answers 403 to a form that may not be saved any more, where Wagtail leads away and drops it."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except PermissionDenied as reason:
            if request.method != "POST":
                raise
            return permission_denied(request, reason)

    def post(self, request, *args, **kwargs):
        self._drop_forbidden_overwrite()
        return super().post(request, *args, **kwargs)

    def _drop_forbidden_overwrite(self) -> None:
        if not self.is_out_of_date and not self._may_save_over():
            self.request.POST = self.request.POST.copy()
            self.request.POST.pop("overwrite_revision_id", None)

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

    @transaction.atomic
    def form_valid(self, form):
        """Looks again: another request may have saved or published while this one was read and checked."""
        renew(form.instance)
        self._take_latest(form.instance)
        if not self.is_out_of_date:
            return super().form_valid(form)
        if self.expects_json_response:
            return self.json_error_response("invalid_revision", self._sentence())
        return self.form_invalid(form)

    def _take_latest(self, thing) -> None:
        # Asked anew: a version that its form has saved over has the same number.
        self.latest_revision = thing.revisions.filter(pk=thing.latest_revision_id).first()
        for known in ("is_out_of_date", "latest_revision_created_at"):
            self.__dict__.pop(known, None)
        self._drop_forbidden_overwrite()

    def form_invalid(self, form):
        if self.expects_json_response or not self.is_out_of_date:
            return super().form_invalid(form)
        self.form = form
        messages.error(self.request, self._message())
        # It would put this in place of the other version before anybody has read of it.
        self.autosave_enabled = False
        if not form.is_valid() or "action-cancel-workflow" in self.request.POST:
            return super().form_invalid(form)
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def _message(self) -> str:
        """Who saved, when, and in what the form differs from it."""
        latest, loaded = self.latest_revision, self.request.POST.get("loaded_revision_id")
        thing = getattr(self, "page", None) or self.object
        theirs = None
        if loaded and loaded != str(latest.pk) and thing.revisions.filter(pk=loaded).exists():
            theirs = reverse(self.revisions_compare_url_name, args=[thing.pk, loaded, latest.pk])
        context = {"sentence": self._sentence(), "theirs": theirs, "differences": self._differences()}
        return render_to_string("wagtailadmin/overtaken.html", context)

    def _sentence(self) -> str:
        user, saved = self.latest_revision.user, timezone.localtime(self.latest_revision.created_at)
        today = saved.date() == timezone.localdate()
        time = date_format(saved, "TIME_FORMAT" if today else "DATETIME_FORMAT")
        if user == self.request.user:
            return _("You saved this in another window at %(time)s, after you had opened it here.") % {
                "time": time
            }
        if user is None:
            return _("A program saved this at %(time)s, after you had opened it.") % {"time": time}
        name = user.get_full_name() or user.get_username()
        return _("%(name)s saved this at %(time)s, after you had opened it.") % {"name": name, "time": time}

    def _differences(self) -> list[tuple[str, str]]:
        """Labels of the fields that differ, each with what would go and what would come, as HTML; rows of
        topics, links and the like without it."""
        panel = getattr(self, "edit_handler", None) or self.panel
        theirs, mine = self.latest_revision.as_object(), self.form.instance
        bound = panel.get_bound_panel(instance=mine, request=self.request, form=self.form)
        found = []
        for comparison in (make(theirs, mine) for make in bound.get_comparison()):
            if comparison.is_field:
                # Values of a stream are never equal, not even to themselves.
                change = comparison.htmldiff() if comparison.has_changed() else ""
                if 'addition"' in change or 'deletion"' in change:
                    found.append((comparison.field_label(), change))
            elif self.form.formsets[comparison.field.related_name].has_changed():
                found.append((comparison.field_label(), ""))
        return found
