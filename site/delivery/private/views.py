"""The ways into private pages and documents: the log-in of readers, the password of a page or document."""

from collections.abc import Callable

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from wagtail.documents.views.serve import authenticate_with_password as wagtails_document_password
from wagtail.models import Page, PageViewRestriction
from wagtail.views import authenticate_with_password

from delivery.attempts.forms import GuardedLogInFormMixin, RetryAfterMixin
from delivery.attempts.guard import TooManyAttemptsError, begin
from delivery.attempts.rules import PRIVATE
from delivery.client_address import sender
from delivery.refusals import refuse


class ReaderLogInForm(GuardedLogInFormMixin, AuthenticationForm):
    pass


class LogIn(RetryAfterMixin, LoginView):
    """For readers, who need not be editors. ``next`` leads back to what was asked for, on this site only."""

    template_name = "private/log_in.html"
    form_class = ReaderLogInForm


@never_cache
def page_password(request: HttpRequest, page_view_restriction_id: int, page_id: int) -> HttpResponse:
    """Wagtail's own view, for a live page and a password that it really asks for; 404 for anything else."""
    page = get_object_or_404(Page, pk=page_id, live=True).specific
    passwords = page.get_view_restrictions().filter(restriction_type=PageViewRestriction.PASSWORD)
    get_object_or_404(passwords, pk=page_view_restriction_id)
    what = f"page {page_view_restriction_id}"
    return _guarded(request, what, authenticate_with_password, page_view_restriction_id, page_id)


@never_cache
def document_password(request: HttpRequest, restriction_id: int) -> HttpResponse:
    """Wagtail's own view."""
    return _guarded(request, f"document {restriction_id}", wagtails_document_password, restriction_id)


def _guarded(request: HttpRequest, what: str, view: Callable, *args) -> HttpResponse:
    """Not a thousand passwords from one address. The view sends on whoever had the right one."""
    if request.method != "POST":
        return view(request, *args)
    try:
        attempt = begin(request, f"{what} from {sender(request)}", PRIVATE)
    except TooManyAttemptsError as refused:
        return refuse(request, 429, _("Too many attempts"), refused.message, refused.seconds)
    response = view(request, *args)
    if response.status_code == 302:
        attempt.succeeded()
    return response
