"""What is refused unseen: a page in the look of the site, or JSON where JSON was asked for."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

PROGRAMS = ("/api/", "/catalog.jsonld")


def wants_json(request: HttpRequest) -> bool:
    """Whether the address answers JSON."""
    path = request.path_info
    return (path.startswith(PROGRAMS) and not path.endswith(".html")) or path.endswith(".json")


def refuse(
    request: HttpRequest, status: int, title: str, text: str, retry_after: int | None = None
) -> HttpResponse:
    """An answer of ``status`` that nobody keeps. ``retry_after``: seconds until it may be asked again."""
    if wants_json(request):
        response = JsonResponse({"message": f"{title}. {text}"}, status=status)
    else:
        context = {"title": title, "text": text}
        response = render(request, "refused.html", context, status=status)
    if retry_after is not None:
        response["Retry-After"] = str(retry_after)
    add_never_cache_headers(response)
    return response
