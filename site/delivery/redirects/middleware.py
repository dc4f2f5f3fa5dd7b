"""Leads from addresses that answer no more to where their pages stand now."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.models import Site

from .following import follow


def redirects(get_response):
    """Middleware in place of Wagtail's, which drops the query, knows nothing of what is served beside a
    page, and leads also to itself and to what is not public."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 404:
            return response
        site = Site.find_for_request(request)
        target = (
            follow(request.get_full_path().split("?")[0], request.META["QUERY_STRING"], site)
            if site
            else None
        )
        if target is None:
            return response
        kind = HttpResponsePermanentRedirect if target.permanent else HttpResponseRedirect
        return kind(target.address)

    return middleware
