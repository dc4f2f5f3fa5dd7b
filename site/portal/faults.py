"""What is answered when something has failed: 503 where it will pass, as JSON where JSON was asked for."""

import errno
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import loader
from django.utils.translation import gettext as _

from .request_ids import ENVIRON

RETRY_AFTER = "10"  # seconds
# A disk that is full, or that can only be read.
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
JSON_BELOW = ("/api/",)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's ``handler500``: called while the exception is handled."""
    if passes(sys.exc_info()[1]):
        text = _("The site cannot answer at the moment. Please try again shortly.")
        response = _answer(request, 503, "503.html", text)
        response["Retry-After"] = RETRY_AFTER
        return response
    return _answer(request, 500, "500.html", _("Something went wrong on our side."))


def passes(error: BaseException | None) -> bool:
    """Whether ``error`` says that a service is away, and nothing about the code."""
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError):
            return True
        if isinstance(error, OSError) and error.errno in FULL:
            return True
        error = error.__cause__
    return False


def _answer(request: HttpRequest, status: int, template: str, text: str) -> HttpResponse:
    number = request.META.get(ENVIRON, "")
    wants = request.headers.get("Accept", "").startswith("application/json")
    if wants or request.path.startswith(JSON_BELOW) or request.path.endswith(".json"):
        return JsonResponse({"error": text, "request": number}, status=status)
    # Without the request: nothing of what makes a page may be needed.
    return HttpResponse(loader.render_to_string(template, {"request_id": number}), status=status)
