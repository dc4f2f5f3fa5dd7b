"""What can be asked of the search and what it answers: frozen values that no engine leaks into."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from .language.words import ParsedWords, parse_words

Bound = datetime | Decimal | int


class Sort(StrEnum):
    """``deadline`` puts what can be asked for now first, the nearest closing first, then what has no end,
    then what is undated; then what is to come, the nearest opening first; last what is over."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    DEADLINE = "deadline"
    AMOUNT = "amount"
    TITLE = "title"


@dataclass(frozen=True)
class Range:
    """A moment or a number within bounds: from ``low`` (included) to ``high`` (excluded)."""

    name: str
    low: Bound | None = None
    high: Bound | None = None


@dataclass(frozen=True)
class Flag:
    """A yes or no of the document."""

    name: str
    value: bool = True


@dataclass(frozen=True)
class Has:
    """A stored facet has at least one of ``values``; with ``value=False`` it has none of them.

    Without ``values`` nothing has one of them. A document that has no value at all has none of them.
    """

    name: str
    values: tuple[str, ...]
    value: bool = True


@dataclass(frozen=True)
class Lacks:
    """No value of a stored facet is known of the document; with ``value=False`` at least one is."""

    name: str
    value: bool = True


Condition = Range | Flag | Has | Lacks
Group = tuple[Condition, ...]


@dataclass(frozen=True)
class Case:
    """A value of a facet that follows from other fields and from the clock, such as a funding status.

    The document belongs to it when all conditions of any one group of ``any_of`` hold, unless all conditions
    of any one group of ``none_of`` hold as well. An empty group always holds. The cases of one facet are
    disjoint.
    """

    value: str
    any_of: tuple[Group, ...]
    none_of: tuple[Group, ...] = ()


@dataclass(frozen=True)
class SearchQuery:
    """One question. Values of one filter are joined by OR, filters by AND.

    ``any_word`` finds pages with at least one of the words, or (False) only those with all; None leaves it to
    what there is. ``cases`` defines the computed facets by name; ``filters`` chooses values of stored and
    computed ones alike. ``facets`` names those to count, each as if its own filter were not set. ``tiers``
    names a computed facet: hits come by its cases, in the order of those, what belongs to none of them last;
    within each of these by ``sort``. A name without cases is a ``LookupError``. ``complete`` names computed
    facets whose cases together are everything: to choose most of them is to refuse the few others.
    Without ``extracts`` hits tell neither a passage nor a document: nothing is spent on looking for them.

    ``expanded`` is what ``search.understanding`` made of the words: engines read ``parsed_words``. ``pinned``
    are pages that editors put first: those that pass the filters are in the answer, with the words or
    without, and by relevance lead it in this order, before any tier.
    """

    language: str
    words: str = ""
    any_word: bool | None = None
    expanded: ParsedWords | None = None
    pinned: tuple[int, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranges: tuple[Range, ...] = ()
    cases: Mapping[str, tuple[Case, ...]] = field(default_factory=dict)
    complete: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    sort: Sort = Sort.RELEVANCE
    tiers: str = ""
    page: int = 1
    per: int = 10
    extracts: bool = True
    now: datetime | None = None

    @property
    def parsed_words(self) -> ParsedWords:
        """The words as an engine is to look for them."""
        return parse_words(self.words) if self.expanded is None else self.expanded


class FacetCount(NamedTuple):
    """How many documents have ``value``. There are hundreds in an answer, hence no dataclass."""

    value: str
    count: int


@dataclass(frozen=True)
class FoundIn:
    """A document of the page, by its title and address."""

    title: str
    url: str


@dataclass(frozen=True)
class Hit:
    """One found page. ``highlight`` is safe HTML: the page's own words, escaped, with ``<mark>``.

    Where the page's own text lacks words that one of its documents has, ``found_in`` is that document (the
    one with most of them) and ``highlight`` comes from it. ``lacking`` are the words of the question that
    neither has.
    """

    page_id: int
    type: str
    title: str
    url: str
    summary: str
    highlight: str
    day: date | None
    moments: Mapping[str, datetime] = field(default_factory=dict)
    flags: Mapping[str, bool] = field(default_factory=dict)
    found_in: FoundIn | None = None
    pinned: bool = False
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """A page or name proposed during typing. ``type`` is a page's, or "topic", "organisation"."""

    text: str
    url: str
    type: str
    flags: Mapping[str, bool] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class SearchResults:
    """The answer: the hits of one page, the true total, the counts asked for.

    ``relaxed`` says that these pages hold at least one of the words, those that hold the most first: no page
    held all, or any was enough. ``did_you_mean`` is the question with unknown words put right, where no page
    holds them all. ``corrected_from`` is what was typed, when these are the results of ``did_you_mean``.
    """

    total: int
    page: int
    pages: int
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, tuple[FacetCount, ...]] = field(default_factory=dict)
    did_you_mean: str = ""
    relaxed: bool = False
    corrected_from: str = ""
