"""What is sent is refused unread where it is too long, and before it is parsed where it has too many fields.

A visitor's forms are small; an editor's have thousands of fields, and files.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_header_parameters
from django.utils.translation import gettext as _

from .middleware import ADMIN
from .refusals import refuse

MAX_DIGITS = 18  # of a length: a longer number is a joke


def bodies(get_response):
    """Middleware, after the one that knows the user and before anything reads what was sent."""

    def middleware(request):
        return _refusal(request) or get_response(request)

    return middleware


def _refusal(request: HttpRequest) -> HttpResponse | None:
    told = request.META.get("CONTENT_LENGTH") or "0"
    if told == "0":
        return None
    if not (told.isascii() and told.isdecimal()):
        return _bad_request(request)
    editor = request.path_info.startswith(ADMIN) and request.user.is_authenticated
    limits = settings.BODIES["editors" if editor else _kind(request)]
    if len(told) > MAX_DIGITS or int(told) > limits["bytes"]:
        title, text = _("Too large"), _("What was sent is larger than this address takes.")
        return refuse(request, 413, title, text)
    if not editor and _fields(request) > limits["fields"]:
        return _bad_request(request)
    return None


def _kind(request: HttpRequest) -> str:
    """A form of the admin whose session has ended is given back to be sent again."""
    return "log-in" if request.path_info.startswith(ADMIN) else "visitors"


def _fields(request: HttpRequest) -> int:
    """About how many there are, without parsing."""
    kind, parameters = parse_header_parameters(request.META.get("CONTENT_TYPE", ""))
    if kind == "application/x-www-form-urlencoded":
        return request.body.count(b"&") + 1
    if kind == "multipart/form-data":
        return request.body.count(b"--" + parameters.get("boundary", "").encode("latin-1", "replace"))
    return 0


def _bad_request(request: HttpRequest) -> HttpResponse:
    title = _("This request could not be understood")
    text = _("Something in the address or in the form is not as expected. Go back and try again.")
    return refuse(request, 400, title, text)
