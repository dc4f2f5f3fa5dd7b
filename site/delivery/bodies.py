"""What is sent is refused unread where it is too long, and before it is parsed where it has too many fields.

A visitor's forms are small; an editor's have thousands of fields, and files. While a body comes in, a thread
of the server waits for it, for as long as the sender likes: the server has no limit of time for bodies. So it
is read here, before anything else is done, and by a part of the threads only.
"""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_header_parameters
from django.utils.translation import gettext as _

from .client_address import sender
from .limits import too_often
from .middleware import ADMIN
from .refusals import refuse

MAX_DIGITS = 18  # of a length: a longer number is a joke
# Bodies that come in at the same time: of a process with eight threads (``portal.server``), and of one
# sender. A proxy that gathers what is sent, as nginx does, hands it on in a moment.
MAX_COMING, MAX_COMING_OF_ONE = 5, 3
RETRY_AFTER = 5  # seconds


class Coming:
    """The bodies that come in now, by sender."""

    def __init__(self):
        self._senders: Counter[str] = Counter()
        self._lock = threading.Lock()

    @contextmanager
    def one_of(self, name: str) -> Iterator[int | None]:
        """One more of the sender ``name``; or the status by which it is refused: 429 where the sender has
        enough of them already, 503 where the process has."""
        with self._lock:
            status = None
            if self._senders[name] >= MAX_COMING_OF_ONE:
                status = 429
            elif self._senders.total() >= MAX_COMING:
                status = 503
            else:
                self._senders[name] += 1
        try:
            yield status
        finally:
            if status is None:
                with self._lock:
                    self._senders[name] -= 1
                    # Without the names of whom nothing comes any more.
                    self._senders = +self._senders


def bodies(get_response):
    """Middleware, after the one that knows the user and before anything reads what was sent."""
    coming = Coming()

    def middleware(request):
        return _refusal(request, coming) or get_response(request)

    return middleware


def _refusal(request: HttpRequest, coming: Coming) -> HttpResponse | None:
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
    with coming.one_of(sender(request)) as status:
        if status:
            return _refused_now(request, status)
        if not _came_whole(request, int(told), editor):
            return _bad_request(request)
    if not editor and _fields(request) > limits["fields"]:
        return _bad_request(request)
    return None


def _came_whole(request: HttpRequest, length: int, editor: bool) -> bool:
    """Read all of it; False where the sender has gone before its end."""
    if editor and request.method == "POST" and request.content_type == "multipart/form-data":
        # Files are long: they go to the disk while the form is parsed.
        request.POST.keys()
        return True
    return len(request.body) == length


def _refused_now(request: HttpRequest, status: int) -> HttpResponse:
    if status == 429:
        return too_often(request)
    text = _("The site cannot answer at the moment. Please try again shortly.")
    return refuse(request, status, _("Too many requests"), text, RETRY_AFTER)


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
