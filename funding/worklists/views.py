"""One click: this sheet has been compared with the official page today."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django.views.defaults import permission_denied
from portal.core import formats
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from funding.models import FundingSheetPage
from funding.verifying import may_verify, source_of, verify


@require_http_methods(["GET", "HEAD", "POST"])
def verified_today(request, page_id):
    """A POST notes it and goes back to where the button was; a GET asks first."""
    sheet = source_of(get_object_or_404(FundingSheetPage, pk=page_id))
    if not may_verify(request.user, sheet):
        return permission_denied(request, PermissionDenied())
    back = get_valid_next_url_from_request(request) or reverse("wagtailadmin_pages:edit", args=[page_id])
    if request.method != "POST":
        context = {"sheet": sheet, "next": back, "page_title": _("Verified today")}
        return TemplateResponse(request, "funding/worklists/confirm.html", context)
    lock = sheet.get_lock()
    if lock and lock.for_user(request.user):
        messages.error(request, _("“%(title)s” is locked: nothing was changed.") % {"title": sheet.title})
        return redirect(back)
    day = verify(sheet, request.user)
    words = {"title": sheet.title, "day": formats.long_date(day)}
    messages.success(request, _("“%(title)s” is verified on %(day)s.") % words)
    return redirect(back)
