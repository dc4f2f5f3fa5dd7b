"""Reads the parameters of the search page and of the API into a query. Nothing asked is ever an error."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.list_page.choices import Chip, FacetChoices, Pager, chips, facet
from cms.list_page.params import ListParams
from cms.models import Topic
from cms.sorting import alphabetical

from .labels import type_choices
from .language.text import clean
from .language.words import MAX_CLAUSES, MAX_LENGTH, ParsedWords, parse_words
from .query import SearchQuery, SearchResults, Sort

FACETS = ("type", "topic", "year")
KNOWN_PARAMETERS = ("q", *FACETS, "sort", "page")
PER_PAGE = 10
MAX_NUMBER_LENGTH = 6


class Question:
    """What one visitor asks, in one language."""

    def __init__(self, data: QueryDict, language: str):
        self.language = language
        self.text = data.get("q", "")
        self.params = ListParams(_cleaned(data))
        data = self.params.data
        self.words: ParsedWords = parse_words(self.text)
        self.filters = {
            "type": tuple(self.params.values("type", type_choices())),
            "topic": tuple(self.params.values("topic", self.topics)) if "topic" in data else (),
            "year": tuple(self.params.values("year", filter(_is_year, data.getlist("year")))),
        }
        sorts = (Sort.RELEVANCE, Sort.NEWEST)
        self.sort = Sort((self.params.values("sort", sorts) or [Sort.RELEVANCE])[0])
        if self.words.truncated:
            self.params.notices.append(
                _("Only the first %(signs)d characters and %(words)d words were searched for.")
                % {"signs": MAX_LENGTH, "words": MAX_CLAUSES}
            )

    @cached_property
    def topics(self) -> dict[str, str]:
        """The topics' names in this language, by slug."""
        topics = Topic.objects.filter(locale__language_code=self.language, live=True)
        return dict(topics.values_list("slug", "name"))

    @property
    def narrowed(self) -> bool:
        return any(self.filters.values())

    @property
    def query(self) -> SearchQuery:
        number = self.params.data.get("page", "")
        readable = number.isdecimal() and number.isascii() and len(number) <= MAX_NUMBER_LENGTH
        return SearchQuery(
            language=self.language,
            words=self.text,
            filters={name: values for name, values in self.filters.items() if values},
            facets=FACETS,
            sort=self.sort,
            page=int(number) if readable else 1,
            per=PER_PAGE,
            now=timezone.now(),
        )


def _cleaned(data: QueryDict) -> QueryDict:
    """The parameters without what a page must not show again."""
    cleaned = QueryDict(mutable=True)
    for name, values in data.lists():
        cleaned.setlist(clean(name), list(map(clean, values)))
    return cleaned


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and text.isascii() and "1900" <= text <= "2100"


@dataclass
class SearchFacets:
    """The facets of an answer, with labels, and what of them is chosen."""

    facets: list[FacetChoices]
    chips: list[Chip]
    clear_url: str


def narrowing(question: Question, results: SearchResults) -> SearchFacets:
    """The choices that the answer leaves, the chosen ones included even where they hold nothing."""
    counts = {name: {one.value: one.count for one in found} for name, found in results.facets.items()}
    years = sorted({*counts.get("year", {}), *question.filters["year"]}, reverse=True)
    topics = sorted(question.topics.items(), key=lambda pair: alphabetical(pair[1]))
    described = {
        "type": (_("Kind of page"), type_choices()),
        "topic": (_("Topic"), dict(topics)),
        "year": (_("Year"), {year: year for year in years}),
    }
    facets = [
        facet(name, title, labels, counts.get(name, {}), question.filters[name])
        for name, (title, labels) in described.items()
    ]
    clear_url = question.params.url(**dict.fromkeys(FACETS)) if question.narrowed else ""
    return SearchFacets(facets, chips(question.params, facets), clear_url)


def canonical_query(question: Question, results: SearchResults) -> str:
    """The shortest query string of this page of this answer, always in the same order."""
    pairs = [("q", str(question.words))] if question.words.clauses else []
    pairs += [(name, value) for name, values in question.filters.items() for value in values]
    if question.sort is not Sort.RELEVANCE:
        pairs.append(("sort", question.sort.value))
    if results.page > 1:
        pairs.append(("page", str(results.page)))
    return urlencode(pairs)


def pager(question: Question, results: SearchResults) -> Pager:
    """The links to the pages of results; a page that does not exist gets a notice."""
    paginator = Paginator(range(results.total), PER_PAGE)
    return Pager(question.params.page(paginator), question.params.page_url)
