"""The import in the admin: upload, preview, confirm, report. Every step is a page; no script is needed."""

from pathlib import Path

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages

from funding.models import ImportJob

from ..tasks import import_job, preview_job
from .access import may_import, may_publish
from .forms import UploadForm

RECENT = 20
REFRESH = 3  # seconds
State = ImportJob.State


def _only_importers(request: HttpRequest) -> None:
    if not may_import(request.user):
        raise PermissionDenied


def _page(request: HttpRequest, template: str, title: str, **context) -> TemplateResponse:
    crumbs = [{"url": "", "label": title}]
    context |= {"page_title": title, "header_title": title, "header_icon": "download", "breadcrumbs": crumbs}
    return TemplateResponse(request, f"funding/imports/{template}.html", context)


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The form, and the latest imports."""
    _only_importers(request)
    trusted = may_publish(request.user)
    form = UploadForm(request.POST or None, request.FILES or None, may_publish=trusted)
    if request.method == "POST" and form.is_valid():
        job = form.save(commit=False)
        job.user = request.user
        job.save()
        preview_job.enqueue(job.pk, get_language())
        return redirect("funding_import", job.pk)
    jobs = ImportJob.objects.select_related("user")[:RECENT]
    return _page(request, "upload", _("Import calls"), form=form, jobs=jobs)


@require_GET
def show(request: HttpRequest, job_id: int) -> HttpResponse:
    """Where an import is: its progress, its preview or its report."""
    _only_importers(request)
    job = get_object_or_404(ImportJob, pk=job_id)
    response = _page(request, "job", str(job), job=job, publishable=may_publish(request.user))
    if job.moving:
        # The browser asks again by itself, with or without scripts.
        response["Refresh"] = str(REFRESH)
    return response


@require_POST
def confirm(request: HttpRequest, job_id: int) -> HttpResponse:
    """Begin the import that was looked at. A second click finds it begun."""
    _only_importers(request)
    job = get_object_or_404(ImportJob, pk=job_id)
    if job.publish and not may_publish(request.user):
        raise PermissionDenied
    ready = ImportJob.objects.filter(pk=job.pk, state=State.PREVIEWED)
    if ready.update(state=State.CONFIRMED, user=request.user):
        import_job.enqueue(job.pk, get_language())
    else:
        messages.warning(request, _("This import is not waiting to be confirmed."))
    return redirect("funding_import", job.pk)


@require_GET
def refused(request: HttpRequest, job_id: int) -> HttpResponse:
    """The refused rows with their reasons, as a file."""
    _only_importers(request)
    job = get_object_or_404(ImportJob, pk=job_id)
    name = Path(job.report.get("refused_file") or "").name
    path = Path(settings.DATA_DIR) / "imports" / name
    if not name or not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type="text/csv")
