"""The page of a section that lists its pages: narrowed down, paged, with a feed of the same."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from ..addresses import absolute
from ..formats import structured_data as schema
from ..formats.feeds import LENGTH, FeedItem, feed_response, page_item
from ..pages import GeneralPage
from .choices import Pager, chips
from .filters import Filter, FilteredList
from .names import list_description, list_name
from .params import ListParams

# A list of fewer pages than this is read faster than it is narrowed down.
WORTH_NARROWING = 8


class ListPage(RoutablePageMixin, GeneralPage):
    """A subclass says what it lists with ``listed()`` and how it may be narrowed down with ``filters()``."""

    schema_type = "CollectionPage"
    changes_with_subpages = True
    show_in_menus_default = True
    written_by = "Author"
    per_page = 20
    parameters: tuple[str, ...] = ("topic",)

    class Meta:
        abstract = True

    @classmethod
    def display_queryset(cls):
        """A list shows no topics of its own."""
        return cls.objects.select_related("picture").prefetch_related("picture__renditions")

    def known_parameters(self) -> tuple[str, ...]:
        return (*self.parameters, "page")

    def listed(self) -> QuerySet:
        """The live pages below this one, ready for cards, in the order of the list."""
        raise NotImplementedError

    def filters(self) -> list[Filter]:
        """What the list can be narrowed down by."""
        return []

    def feed_pages(self, params: ListParams) -> QuerySet:
        """What the feed tells, under the same parameters as the list."""
        return self.narrowing(params).pages()

    def narrowing(self, params: ListParams) -> FilteredList:
        """The list with what an address asks for."""
        return FilteredList(self.listed(), self.filters(), params)

    def choices(self, params: ListParams) -> list[str]:
        """What an address narrows the list down to, in words."""
        return self.narrowing(params).choices

    def pairs(self, params: ListParams) -> list[tuple[str, str]]:
        """The same as parameters: those that make another list of it."""
        return self.narrowing(params).pairs

    def feed_item(self, page) -> FeedItem:
        """One page as an entry of the feed."""
        return page_item(page)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        params = ListParams(request.GET)
        context |= self.list_context(request, params)
        context["notices"] = params.notices
        context["list_url"] = self.url
        context["narrowable"] = bool(context["facets"]) and (
            len(context["listed"]) >= WORTH_NARROWING or bool(context["chips"])
        )
        context["feed_url"] = f"{self.url}feed.rss{params.query_string(*self.parameters)}"
        number = context["pager"].page if "pager" in context else 1
        # Read anew without telling the same notices twice.
        read = ListParams(request.GET)
        context["shown_title"] = list_name(self.seo_title or self.title, self.choices(read), number)
        paging = [("page", str(number))] if number > 1 else []
        request.canonical_query = urlencode([*self.pairs(read), *paging])
        context["structured_data"] = schema.graph(
            self.structured_list(context["listed"]), schema.breadcrumbs(request)
        )
        return context

    def list_context(self, request, params: ListParams) -> dict[str, Any]:
        """The list as the address asks for it; ``listed`` holds the pages shown."""
        narrowing = self.narrowing(params)
        page = params.page(Paginator(narrowing.pages(), self.per_page))
        facets = narrowing.facets()
        return {
            "facets": [each for each in facets if each.options],
            "chips": chips(params, facets),
            "pager": Pager(page, params.page_url),
            "listed": list(page.object_list),
        }

    def structured_list(self, pages) -> dict:
        """The list as schema.org tells it: where each page is."""
        items = [
            {"@type": "ListItem", "position": position, "url": absolute(page.url)}
            for position, page in enumerate(pages, start=1)
        ]
        return schema.page(self, mainEntity={"@type": "ItemList", "itemListElement": items})

    @path("feed.rss/")
    def feed(self, request):
        params = ListParams(request.GET)
        items = [self.feed_item(page) for page in self.feed_pages(params)[: LENGTH + 1]]
        choices = self.choices(params)
        title, description = list_name(self.title, choices), list_description(self.summary, choices)
        return feed_response(request, title, description, self.list_address(params), items)

    def list_address(self, params: ListParams) -> str:
        """The list as ``params`` narrows it down, from its first page."""
        pairs = self.pairs(params)
        return f"{self.url}?{urlencode(pairs)}" if pairs else self.url
