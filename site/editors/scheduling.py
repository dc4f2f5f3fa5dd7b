"""Says when a page, a topic or a term will appear, wherever somebody decides that it shall."""

from datetime import datetime

from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str

from cms.formats import localized


def moment(when: datetime) -> str:
    """A moment in the site's time: Monday 30 November 2026, at 09:00."""
    local = timezone.localtime(when)
    return _("%(day)s, at %(time)s") % {
        "day": localized.full_date(local),
        "time": localized.hour(local.time()),
    }


def coming(thing) -> datetime | None:
    """When the version that somebody looks at is to appear, if that is still to come."""
    when = getattr(thing, "go_live_at", None)
    return when if when and when > timezone.now() else None


def announcement(thing) -> str:
    """When the version that has been approved or published will appear. Empty where none is planned."""
    # Asked anew: Wagtail has looked before the approval, and kept its answer.
    revision = thing.revisions.filter(approved_go_live_at__gt=timezone.now()).first()
    if revision is None:
        return ""
    text = _("“%(title)s” will appear on %(when)s.")
    if type(thing)._default_manager.filter(pk=thing.pk, live=True).exists():
        text = _("This version of “%(title)s” will appear on %(when)s; until then the present one stays.")
    return text % {"title": get_latest_str(thing), "when": moment(revision.approved_go_live_at)}


def name_the_hour(items, request, context) -> None:
    """For Wagtail's action menus: approving says when what is approved will appear."""
    when = coming(context.get("page") or context.get("instance"))
    for item in items if when else ():
        if item.name == "approve":
            item.label = f"{item.label}: {moment(when)}"


def tell_the_hour(request, thing) -> None:
    """After somebody has published or approved ``thing``: when it will appear, if not at once."""
    approving = request.POST.get("workflow-action-name") == "approve"
    if not (approving or "action-publish" in request.POST):
        return
    if text := announcement(thing):
        messages.info(request, format_html("{}", text))


class MissingHourMixin:
    """For the views that cancel a schedule: the version no longer names the hour either."""

    def post(self, request, *args, **kwargs):
        answer = super().post(request, *args, **kwargs)
        self.revision.content["go_live_at"] = None
        self.revision.save(update_fields=["content"])
        type(self.object)._default_manager.filter(pk=self.object.pk).update(go_live_at=None)
        return answer
