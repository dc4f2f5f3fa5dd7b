"""What the translation editor asks and where its links lead: never an error, never more than one may read."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from wagtail.admin import messages
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance

from cms.admin.deny import deny_with_403

from .targets import LinkTarget, edit_address, find, public_address, snippet_model

# A key that no thing has: the stylesheet hides the links that the editor makes from it.
NOWHERE = "none"
# One pixel, so that a picture that is gone has something to show.
NO_PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
# Pixels.
THUMBNAIL = 165


def _translation(request: HttpRequest, pk: int) -> Translation:
    """For those who translate it."""
    translation = get_object_or_404(Translation.objects.select_related("source", "target_locale"), pk=pk)
    if not user_can_edit_instance(request.user, translation.get_target_instance()):
        raise PermissionDenied
    return translation


def _found(request: HttpRequest, kind: str, pk: str) -> LinkTarget | None:
    models = {"pages": Page, "images": get_image_model(), "documents": get_document_model()}
    return find(request.user, models[kind], pk)


@require_GET
def start(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The editor itself."""
    translation = _translation(request, translation_id)
    return redirect(edit_address(request.user, translation.get_target_instance()))


@require_GET
def tell(request: HttpRequest, translation_id: int, kind: str, pk: str) -> HttpResponse:
    """Title, and a small picture of a picture, as the editor expects them from Wagtail's API."""
    _translation(request, translation_id)
    target = _found(request, kind, pk)
    if target is None:
        blank = {"url": NO_PICTURE, "width": 1, "height": 1}
        return JsonResponse({"id": NOWHERE, "title": _("No longer there"), "thumbnail": blank})
    data = {"id": target.instance.pk if target.address else NOWHERE, "title": target.title}
    if kind == "images":
        small = target.instance.get_rendition(f"max-{THUMBNAIL}x{THUMBNAIL}")
        data["thumbnail"] = {"url": small.url, "width": small.width, "height": small.height}
    return JsonResponse(data)


@require_GET
def tell_snippet(
    request: HttpRequest, translation_id: int, app_label: str, model_name: str, pk: str
) -> HttpResponse:
    """The same for a snippet; without an address the editor makes no link."""
    _translation(request, translation_id)
    model = snippet_model(app_label, model_name)
    if model is None:
        raise Http404
    target = find(request.user, model, pk)
    if target is None:
        return JsonResponse({"id": NOWHERE, "title": _("No longer there"), "edit_url": None})
    return JsonResponse({"id": pk, "title": target.title, "edit_url": target.address or None})


@require_GET
def lead(request: HttpRequest, translation_id: int, kind: str, pk: str) -> HttpResponse:
    """Redirect to where this user may edit the object, or else read it."""
    translation = _translation(request, translation_id)
    target = _found(request, kind, pk)
    if target and target.address:
        return redirect(target.address)
    messages.warning(request, target.title if target else _("No longer there"))
    return redirect("portal_translation_editor", translation.pk)


@require_GET
def read_source(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The page that is translated: its public address, or what it said when it was submitted."""
    translation = _translation(request, translation_id)
    page = translation.source.get_source_instance()
    if not isinstance(page, Page):
        raise Http404
    if public := public_address(page):
        return redirect(public)
    return translation.source.as_instance().make_preview_request(request, page.default_preview_mode)


def addresses() -> list:
    """Below one root, as the editor builds them from it."""
    root = "localize/editor/<int:translation_id>/"
    kinds = (("pages", "pages/<str:pk>/edit/"), ("images", "images/<str:pk>/"))
    kinds += (("documents", "documents/edit/<str:pk>/"),)
    snippet = f"{root}localize/api/snippets/<str:app_label>/<str:model_name>/<str:pk>/"
    found = [
        path(root, deny_with_403(start), name="portal_translation_editor"),
        path(f"{root}source/", deny_with_403(read_source), name="portal_translation_source"),
        path(snippet, deny_with_403(tell_snippet)),
    ]
    for kind, way in kinds:
        found.append(path(f"{root}api/main/{kind}/<str:pk>/", deny_with_403(tell), {"kind": kind}))
        found.append(path(f"{root}{way}", deny_with_403(lead), {"kind": kind}))
    return found
