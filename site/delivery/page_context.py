"""What the navigation of every page shows: sections, languages, breadcrumbs, alternates."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, get_language_info, override
from wagtail.models import Page

from cms.models import PortalSettings
from cms.querysets import visible
from cms.shared_facts.missing_rows import lists_with_more
from cms.shared_facts.mixin import SharingMixin
from delivery.navigation import get_navigation

MAX_QUERY_LENGTH = 1000  # bytes; a header tells it three times, and a proxy takes four or eight thousand


@dataclass(frozen=True)
class Link:
    """An entry of a menu; ``has_feed`` is whether the section answers at ``feed.rss``."""

    title: str
    url: str
    current: bool = False
    has_feed: bool = False


@dataclass(frozen=True)
class LanguageLink:
    """An entry of the language switch; ``exists`` is whether everybody may see the page in that language."""

    code: str
    name: str
    url: str
    current: bool
    exists: bool


@dataclass(frozen=True)
class Alternate:
    """A live translation, for ``hreflang``; the address is absolute."""

    code: str
    url: str


class PageContext:
    """Computed on first use, so that feeds and error pages pay for nothing that they do not show."""

    def __init__(self, request: HttpRequest):
        self.request = request
        self.language = get_language() or settings.LANGUAGE_CODE
        self.chain: list[Page] = getattr(request, "page_chain", [])

    @cached_property
    def navigation(self):
        return get_navigation(self.request)

    @property
    def page(self) -> Page | None:
        return self.chain[-1] if self.chain else None

    @cached_property
    def settings(self):
        return self.navigation.settings if self.navigation else PortalSettings()

    @property
    def editor(self) -> bool:
        """Whether the visitor may be logged in; decided without touching the session."""
        return settings.SESSION_COOKIE_NAME in self.request.COOKIES

    @cached_property
    def home_url(self) -> str:
        return reverse("wagtail_serve", args=[""])

    @cached_property
    def search_url(self) -> str:
        return reverse("search")

    @cached_property
    def sections(self) -> list[Link]:
        in_a_tool = any(tool.current for tool in self.tools)
        current = set() if in_a_tool else {page.pk for page in self.chain}
        pages = self.navigation.sections(self.language) if self.navigation else []
        return [
            Link(
                page.title,
                page.get_url(self.request),
                page.pk in current,
                hasattr(page.specific_class, "feed"),
            )
            for page in pages
        ]

    @cached_property
    def tools(self) -> list[Link]:
        """What a section offers below its own address, such as a check or a form."""
        pages = self.navigation.sections(self.language) if self.navigation else []
        found = (
            (title, f"{page.get_url(self.request)}{route}")
            for page in pages
            for title, route in getattr(page.specific_class, "section_tools", ())
        )
        return [Link(str(title), url, url == self.request.path) for title, url in found]

    @cached_property
    def footer_pages(self) -> list[Link]:
        pages = self.navigation.footer_pages(self.language) if self.navigation else []
        return [Link(page.title, page.get_url(self.request)) for page in pages]

    @cached_property
    def breadcrumbs(self) -> list[Link]:
        return [Link(page.title, page.get_url(self.request), page is self.page) for page in self.chain]

    @cached_property
    def translations(self) -> dict[str, Page]:
        """The versions of the page being shown that everybody may see, by language."""
        if self.page is None or self.navigation is None:
            return {}
        known = self.navigation.translations(self.page.translation_key)
        if known is None:
            known = getattr(self.page, "visible_translations", None)
        if known is None:
            pages = visible(Page.objects.filter(translation_key=self.page.translation_key))
            known = {page.locale.language_code: page for page in pages.select_related("locale")}
        return {code: known[code] for code, _name in settings.LANGUAGES if code in known}

    @cached_property
    def original(self) -> Page | None:
        """The version in the site's own language of a page that is shown in another."""
        own = settings.LANGUAGE_CODE
        return None if self.language == own else self.translations.get(own)

    @cached_property
    def more_in_original(self) -> str:
        """The lists that are longer there, by name; empty where it has no more, and below the page."""
        is_shown = isinstance(self.page, SharingMixin) and not getattr(self.request, "below_page", "")
        if not is_shown or self.original is None:
            return ""
        return ", ".join(lists_with_more(self.original.pk, self.page))

    @cached_property
    def languages(self) -> list[LanguageLink]:
        return [self._language_link(code) for code, _name in settings.LANGUAGES]

    def _language_link(self, code: str) -> LanguageLink:
        name = get_language_info(code)["name_local"].capitalize()
        query = self.request.META.get("QUERY_STRING", "")
        if self.page is None:
            url, exists = translate_url(self._address_without_page, code), True
        elif code in self.translations:
            query = self._queries.get(code, query)
            url = self._address(self.translations[code], code) + (f"?{query}" if query else "")
            exists = True
        else:
            with override(code):
                url, exists = self._without_version, False
        return LanguageLink(code, name, url, code == self.language, exists)

    @property
    def _address_without_page(self) -> str:
        """The address that has a twin in every language; a form's own where it stands in for a page."""
        return getattr(self.request, "form_address", "") or self.request.get_full_path()

    @property
    def _without_version(self) -> str:
        """Where the switch leads if the language has no version of the page; of a private page, only home."""
        if getattr(self.page, "restricted", False):
            return reverse("wagtail_serve", args=[""])
        return reverse("untranslated", args=[self.page.pk])

    @property
    def _queries(self) -> dict[str, str]:
        """What follows the address in each language, of a page whose parameters are not the same in all."""
        return getattr(self.request, "queries", {})

    def _address(self, page: Page, code: str) -> str:
        """Where ``page`` answers in its language; a page below it keeps its translated ``below_page``."""
        with override(code):
            return page.get_url(self.request) + str(getattr(self.request, "below_page", ""))

    @cached_property
    def alternates(self) -> list[Alternate]:
        """For the head and the sitemap; the source language is also the default for everybody else.

        Only a page that is its own canonical one has them, and only where it is the same in all languages.
        """
        if not self._is_canonical or (self._canonical_query and not self._queries):
            return []
        return self.in_every_language

    @property
    def in_every_language(self) -> list[Alternate]:
        """The address without its parameters, in every language that it has; nothing where that is one."""
        links = self._page_links() if self.page else self._route_links()
        default = [Alternate("x-default", link.url) for link in links if link.code == settings.LANGUAGE_CODE]
        return links + default if len(links) > 1 else []

    def _page_links(self) -> list[Alternate]:
        return [
            Alternate(code, settings.BASE_URL + self._address(page, code) + self._page_query(code))
            for code, page in self.translations.items()
        ]

    def _route_links(self) -> list[Alternate]:
        """What is no page of the tree, such as the API's, is there in every language."""
        match = self.request.resolver_match
        if match is None or match.args or match.kwargs:
            return []
        path = self.request.path
        return [
            Alternate(code, settings.BASE_URL + translate_url(path, code))
            for code, _name in settings.LANGUAGES
        ]

    @cached_property
    def canonical(self) -> str:
        """The address under which the page shown is to be known: each page of a list has its own."""
        query = f"?{self._canonical_query}" if self._canonical_query else ""
        return settings.BASE_URL + self.request.path + query

    @property
    def _canonical_query(self) -> str:
        """What makes the page shown another one than the bare address; the page's own view tells it."""
        return self._queries.get(self.language) or getattr(self.request, "canonical_query", "")

    @property
    def _is_canonical(self) -> bool:
        """Whether the address asked for is the canonical one, in whatever order it names its parameters."""
        asked = parse_qsl(self.request.META.get("QUERY_STRING", ""))
        return sorted(asked) == sorted(parse_qsl(self._canonical_query))

    def _page_query(self, code: str) -> str:
        """The parameters without which the page would be another one."""
        return f"?{self._queries[code]}" if self._queries.get(code) else ""


def feed_links(request: HttpRequest) -> str:
    """The same feed in the other languages, for the header ``Link``: a feed has no head to say it in.

    Nothing for a question that would make a header which proxies and readers refuse.
    """
    request.below_page = request.path.rsplit("/", 1)[-1]
    query = request.META.get("QUERY_STRING", "")
    if len(query) > MAX_QUERY_LENGTH:
        return ""
    return ", ".join(
        f'<{link.url}{"?" if query else ""}{query}>; rel="alternate"; hreflang="{link.code}"'
        for link in PageContext(request).in_every_language
    )


def page_context(request: HttpRequest) -> dict:
    """A context processor: ``page_context`` in every template."""
    return {"page_context": SimpleLazyObject(lambda: PageContext(request))}
