"""The ways into private pages and documents: the log-in of readers, and the password of a page."""

from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from wagtail.models import Page, PageViewRestriction
from wagtail.views import authenticate_with_password


class LogIn(LoginView):
    """For readers, who need not be editors. ``next`` leads back to what was asked for, on this site only."""

    template_name = "private/log_in.html"


@never_cache
def page_password(request: HttpRequest, page_view_restriction_id: int, page_id: int) -> HttpResponse:
    """Wagtail's own view, for a live page and a password that it really asks for; 404 for anything else."""
    page = get_object_or_404(Page, pk=page_id, live=True).specific
    passwords = page.get_view_restrictions().filter(restriction_type=PageViewRestriction.PASSWORD)
    get_object_or_404(passwords, pk=page_view_restriction_id)
    return authenticate_with_password(request, page_view_restriction_id, page_id)
