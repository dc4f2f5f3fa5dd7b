"""Says when a page, a topic or a term will appear, wherever somebody decides that it shall."""

from datetime import datetime

from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str

from . import formats


def moment(when: datetime) -> str:
    """A moment in the site's time: 30 November 2026, at 09:00."""
    local = timezone.localtime(when)
    return _("%(day)s, at %(time)s") % {"day": formats.long_date(local), "time": formats.hour(local.time())}


def coming(thing) -> datetime | None:
    """When the version that somebody looks at is to appear, if that is still to come."""
    when = getattr(thing, "go_live_at", None)
    return when if when and when > timezone.now() else None


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
    # Asked anew: Wagtail has looked before the approval, and kept its answer.
    revision = thing.revisions.filter(approved_go_live_at__gt=timezone.now()).first()
    if revision:
        told = {"title": get_latest_str(thing), "when": moment(revision.approved_go_live_at)}
        messages.info(request, format_html("{}", _("“%(title)s” will appear on %(when)s.") % told))
