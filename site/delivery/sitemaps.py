"""The sitemap of all languages, each page with its live translations; in parts where it would be too long."""

from collections import defaultdict
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.models import Page, Site

from cms.querysets import visible

# The protocol allows 50,000 addresses and 50 MB; a page in ten languages takes more than 1 kB.
MAX_PAGES = 10_000
CONTENT_TYPE = "application/xml; charset=utf-8"


def sitemap(request: HttpRequest) -> HttpResponse:
    """Wagtail's own sitemap covers only the root language, so this one asks for every locale.

    More than ``MAX_PAGES`` pages are told in parts, and this is the index of the parts.
    """
    pages = _public_pages(Site.find_for_request(request))
    if len(pages) <= MAX_PAGES:
        return _answer(request, pages, pages)
    numbers = range(1, -(-len(pages) // MAX_PAGES) + 1)
    parts = [settings.BASE_URL + reverse("sitemap_part", args=[number]) for number in numbers]
    return render(request, "sitemap_index.xml", {"parts": parts}, content_type=CONTENT_TYPE)


def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    """One part, from 1; 404 where the sitemap has no such part."""
    pages = _public_pages(Site.find_for_request(request))
    part = pages[(number - 1) * MAX_PAGES : number * MAX_PAGES] if number else []
    if not part or len(pages) <= MAX_PAGES:
        raise Http404
    return _answer(request, part, pages)


def _answer(request: HttpRequest, part: list[Page], pages: list[Page]) -> HttpResponse:
    """``part`` of the ``pages`` of the whole sitemap."""
    versions = defaultdict(list)
    for page in pages:
        versions[page.translation_key].append(page)
    changed = _last_changes(pages)
    context = {
        "entries": [
            _entry(page, versions[page.translation_key], request) | {"changed": changed[page.path]}
            for page in part
        ],
    }
    return render(request, "sitemap.xml", context, content_type=CONTENT_TYPE)


def _public_pages(site: Site | None) -> list[Page]:
    if site is None:
        return []
    home = site.root_page
    homes = visible(Page.objects.filter(translation_key=home.translation_key))
    pages = Page.objects.none()
    for root in homes:
        pages |= Page.objects.descendant_of(root, inclusive=True)
    codes = [code for code, _name in settings.LANGUAGES]
    known = visible(pages).filter(locale__language_code__in=codes)
    return list(known.select_related("locale").order_by("path"))


def _last_changes(pages: list[Page]) -> dict[str, datetime | None]:
    """When each page changed, by its path in the tree; a list and a home page change with what they show."""
    changed = {page.path: page.last_published_at for page in pages}
    lists = {page.path for page in pages if _shows_others(page)}
    for page in pages:
        for end in range(page.steplen, len(page.path), page.steplen):
            above = page.path[:end]
            if above in lists and page.last_published_at:
                changed[above] = max(changed[above] or page.last_published_at, page.last_published_at)
    return changed


def _shows_others(page: Page) -> bool:
    return getattr(page.specific_class, "changes_with_subpages", False)


def _entry(page: Page, versions: list[Page], request: HttpRequest) -> dict:
    links = {version.locale.language_code: _address(version, request) for version in versions}
    if settings.LANGUAGE_CODE in links:
        links["x-default"] = links[settings.LANGUAGE_CODE]
    return {
        "address": _address(page, request),
        "alternates": links if len(versions) > 1 else {},
    }


def _address(page: Page, request: HttpRequest) -> str:
    return settings.BASE_URL + page.get_url(request)
