"""What those see in the admin who may not."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.defaults import permission_denied


def refused(request: HttpRequest, error: Exception | None = None) -> HttpResponse:
    """403 in the look of the admin: with the reason, where ``error`` has one, and a way back."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return permission_denied(request, error)
    title = _("You may not do this")
    context = {
        "page_title": title,
        "header_title": title,
        "breadcrumbs": [{"url": "", "label": title}],
        "reason": str(error or ""),
    }
    return TemplateResponse(request, "wagtailadmin/not_allowed.html", context, status=403)


def deny_with_403(view: Callable) -> Callable:
    """Answers 403 where ``view`` raises ``PermissionDenied``: Wagtail would send the visitor elsewhere."""

    @wraps(view)
    def decide(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied as error:
            return refused(request, error)

    return decide
