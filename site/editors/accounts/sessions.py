"""Who a session belongs to: for twelve hours, and only once its second factor has been proved."""

import time
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.signals import user_logged_in
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from wagtail.users.models import UserProfile

from .second_factor.factors import is_required

BEGAN = "began"  # seconds since the epoch
PROVED = "second_factor"
ADMIN = "/admin/"
# Open to who has still to prove a second factor, or to set one up.
OPEN = ("login/", "logout/", "code/", "password_reset/", "jsi18n/", "sprite/", "account/second-factor/")


def connect() -> None:
    user_logged_in.connect(_note_log_in, dispatch_uid="sessions")


def _note_log_in(sender, request, user, **kwargs) -> None:
    request.session[BEGAN] = int(time.time())
    request.asks_for_code = bool(user.second_factor) and request.session.get(PROVED) != user.second_factor


def people(get_response):
    """Middleware. Whoever has not proved a second factor is nobody yet, everywhere on the site."""

    def middleware(request):
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            found = request.user
            request.user = SimpleLazyObject(lambda: _settled(request, found))
        response = _elsewhere(request) or get_response(request)
        if response.status_code == 302 and getattr(request, "asks_for_code", False):
            return _to(reverse("second_factor_code"), response.url)
        return response

    return middleware


def _settled(request, user):
    """``user``, or nobody. A session of an older version begins when it is seen first."""
    if not user.is_authenticated:
        return user
    began = request.session.setdefault(BEGAN, int(time.time()))
    if time.time() - began > settings.SESSION_COOKIE_AGE:
        request.session.flush()
        return AnonymousUser()
    if user.second_factor and request.session.get(PROVED) != user.second_factor:
        request.has_to_prove = user
        return AnonymousUser()
    return user


def _elsewhere(request):
    """In the admin: where somebody is sent first, if so."""
    path = request.path_info
    if not path.startswith(ADMIN):
        return None
    user = request.user
    known = user.is_authenticated  # settles who it is
    if person := getattr(request, "has_to_prove", None):
        translation.activate(UserProfile.get_for_user(person).get_preferred_language())
    wanted = "second_factor_code" if person else ""
    if known and not user.second_factor and is_required(user):
        wanted = "second_factor"
    if not wanted or path.startswith(tuple(ADMIN + each for each in OPEN)):
        return None
    if request.method != "GET" or request.headers.get("x-requested-with") == "XMLHttpRequest":
        # As after the end of a session: what was typed is given back.
        request.user = AnonymousUser()
        return None
    return _to(reverse(wanted), request.get_full_path())


def _to(address: str, following: str):
    return redirect(f"{address}?{urlencode({'next': following})}")
