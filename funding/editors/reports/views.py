"""What one click on a list does to a sheet."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_list_or_404, get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django.views.defaults import permission_denied
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from cms.formats import localized
from funding.editors.correcting import classify
from funding.editors.status_resolution import ContradictionError, may_resolve_status, resolve_status
from funding.editors.verifying import may_verify, source_of, verify
from funding.models import FundingSheetPage, SheetChange

from .forms import CorrectionForm, StatusForm


@require_http_methods(["GET", "HEAD", "POST"])
def verified_today(request, page_id):
    """A POST notes it and goes back to where the button was; a GET asks first."""
    sheet = source_of(get_object_or_404(FundingSheetPage, pk=page_id))
    if not may_verify(request.user, sheet):
        return permission_denied(request, PermissionDenied())
    back = get_valid_next_url_from_request(request) or reverse("wagtailadmin_pages:edit", args=[page_id])
    if request.method != "POST":
        context = {"sheet": sheet, "next": back, "page_title": _("Mark as verified today")}
        return TemplateResponse(request, "funding/editors/reports/confirm.html", context)
    if _is_locked(request, sheet):
        return redirect(back)
    day = verify(sheet, request.user)
    words = {"title": sheet.title, "day": localized.long_date(day)}
    messages.success(request, _("“%(title)s” is verified on %(day)s.") % words)
    return redirect(back)


@require_POST
def resolve_status_view(request, page_id):
    """Notes what the days of the sheet are, and goes back to the list."""
    sheet = source_of(get_object_or_404(FundingSheetPage, pk=page_id))
    if not may_resolve_status(request.user, sheet):
        return permission_denied(request, PermissionDenied())
    back = get_valid_next_url_from_request(request) or reverse("report_status-changed")
    form = StatusForm(request.POST)
    if not form.is_valid():
        for problem in (message for found in form.errors.values() for message in found):
            messages.error(request, f"{sheet.title}: {problem}")
    elif not _is_locked(request, sheet):
        try:
            resolve_status(sheet, form.cleaned_data["statement"], request.user, form.cleaned_data["day"])
        except ContradictionError as contradiction:
            messages.error(request, f"{sheet.title}: {contradiction}")
        else:
            sheet.refresh_from_db()
            words = {"title": sheet.title, "status": sheet.badge.label}
            messages.success(request, _("“%(title)s” is settled: %(status)s.") % words)
    return redirect(back)


@require_POST
def correct_change(request, change_id):
    """Says whether a logged change was an extension or put a mistake right, and goes back to the list."""
    change = get_object_or_404(SheetChange, pk=change_id, field="closes")
    sheet = source_of(get_list_or_404(FundingSheetPage, translation_key=change.sheet_key)[0])
    if not may_resolve_status(request.user, sheet):
        return permission_denied(request, PermissionDenied())
    back = get_valid_next_url_from_request(request) or reverse("report_closing-changes")
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("“%(title)s”: say what the change was.") % {"title": sheet.title})
    elif not _is_locked(request, sheet):
        classify(change, form.is_correction, sheet, request.user)
        told = _("“%(title)s”: told as a correction from now on.")
        if not form.is_correction:
            told = _("“%(title)s”: told as an extension from now on.")
        messages.success(request, told % {"title": sheet.title})
    return redirect(back)


def _is_locked(request, sheet) -> bool:
    """Whether another's lock forbids it, which is then told."""
    lock = sheet.get_lock()
    if lock is None or not lock.for_user(request.user):
        return False
    messages.error(request, _("“%(title)s” is locked: nothing was changed.") % {"title": sheet.title})
    return True
