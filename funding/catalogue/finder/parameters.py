"""What an address asks of the finder, read into a frozen value. Nothing here fails: what cannot be read is
left out and told as a problem. No database."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from cms.list_page.params import MAX_VALUES
from funding.catalogue.comparison.choice import readable
from funding.catalogue.eligibility.address import profile_pairs
from funding.catalogue.facets import ANY, BY_NAME, FILTERS
from funding.catalogue.understanding.reading import NOTHING_READ, WordsRead, refusal
from funding.domain.eligibility.profile import NOTHING_SAID, Profile
from search.amounts import amount_of
from search.language.words import MAX_LENGTH, parse_words

from .values import day_or_none, number_or_none

DAY_PARAMETERS = ("closes_before", "closes_after", "opens_after", "added_after")
NO_DEADLINE = "none"
DEADLINES = (NO_DEADLINE,)
AMOUNTS = ("amount", "amount_max")
UNSTATED = ("amount",)  # what a call may leave unsaid and still be listed
CLOSING = ("closes_before", "closes_after", "deadline")  # one choice: when a call closes, if it does
TYPED = (*AMOUNTS, "unstated", *DAY_PARAMETERS, "deadline")
LITERAL = "literal"
DEADLINE, RELEVANCE = "deadline", "relevance"
SORTS = (DEADLINE, RELEVANCE, "newest", "amount", "title")
FIT = "fit"  # a further order, once it is known for whom
PAGE_SIZES = (10, 25, 50)


@dataclass(frozen=True)
class Problem:
    """Something that was ignored: what kind of trouble, with which parameter, which values (a few)."""

    kind: str
    name: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class FinderParameters:
    """A question. ``filters`` holds known values only; without a status, closed sheets are left out.
    ``unstated`` "amount" lists the calls that do not say theirs beside those of ``amount``.
    ``deadline`` "none" asks for calls that have none, beside those whose closing day is asked for.
    ``profile`` filters nothing: it is for whom the sheets are looked at. Nor does ``picked``: the sheets that
    are ticked to be compared.

    ``words`` are those typed. What of them is read as filters stands in ``reading`` and, as if it had been
    chosen, in ``meant``; ``literal`` names what is not to be read so."""

    words: str = ""
    literal: tuple[str, ...] = ()
    reading: WordsRead = NOTHING_READ
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    amount: Decimal | None = None
    amount_max: Decimal | None = None
    unstated: str | None = None
    closes_before: date | None = None
    closes_after: date | None = None
    opens_after: date | None = None
    added_after: date | None = None
    deadline: str | None = None
    profile: Profile = NOTHING_SAID
    picked: tuple[str, ...] = ()
    sort: str = DEADLINE
    page: int = 1
    per: int = PAGE_SIZES[0]

    def values(self, name: str) -> tuple[str, ...]:
        return self.filters.get(name, ())

    @property
    def any_status(self) -> bool:
        """Whether closed sheets are asked for with all the others."""
        return ANY in self.values("status")

    @property
    def default_sort(self) -> str:
        """The order of who chooses none: whoever asks for words wants first what they are about."""
        return RELEVANCE if self.words else DEADLINE

    @property
    def asks_amount(self) -> bool:
        """Whether the grant of a call matters."""
        return self.amount is not None or self.amount_max is not None

    @property
    def contradiction(self) -> tuple[str, str] | None:
        """Two days that no call answers both: it would close before it may, or before it opens."""
        if self.closes_before is None:
            return None
        for name in ("closes_after", "opens_after"):
            if (day := getattr(self, name)) and day > self.closes_before:
                return "closes_before", name
        return None

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the parameters that narrow the answer."""
        given = [name for name in TYPED if getattr(self, name) is not None]
        return (
            *(["q"] if self.meant.words else []),
            *(name for name in FILTERS if self.values(name)),
            *given,
        )

    def without(self, name: str, value: str | None = None) -> "FinderParameters":
        """The same question without a parameter, or without one value of it; from the first page."""
        if name == "q":
            return self.with_words("")
        if name in AMOUNTS:
            left = replace(self, **{name: None}, page=1)
            return left if left.asks_amount else replace(left, unstated=None)
        if name not in FILTERS:
            return replace(self, **{name: None}, page=1)
        kept = tuple(one for one in self.values(name) if value is not None and one != value)
        filters = {other: values for other, values in self.filters.items() if other != name}
        return replace(self, filters=filters | ({name: kept} if kept else {}), page=1)

    @property
    def meant(self) -> "FinderParameters":
        """The question with what is read from its words as if it were chosen; where the same parameter is
        chosen, that counts. Of the words only those that are left."""
        if not self.reading.filters:
            return self
        said = self.said
        given = [name for name in TYPED if not self.chosen(name)]
        return replace(
            self,
            words=self.reading.rest,
            literal=(),
            reading=NOTHING_READ,
            filters={**said.filters, **self.filters},
            **{name: getattr(said, name) for name in given},
        )

    def chosen(self, name: str) -> tuple[str, ...]:
        """The parameters that are chosen where ``name`` is: itself, or another one about the closing day."""
        names = CLOSING if name in CLOSING else (name,)
        return tuple(one for one in names if self.values(one) or getattr(self, one, None) is not None)

    @property
    def said(self) -> "FinderParameters":
        """What is read from the words, by itself."""
        return parse([pair for one in self.reading.filters for pair in one.pairs])[0]

    def with_words(self, words: str) -> "FinderParameters":
        """The same question with other words in place of those that no filter is read from."""
        typed = " ".join(filter(None, (*(one.said for one in self.reading.filters), words)))
        other = replace(self, words=typed, reading=replace(self.reading, rest=words), page=1)
        return replace(other, sort=other.default_sort) if self.sort == self.default_sort else other

    def whole_list(self) -> "FinderParameters":
        """The same question, whatever page of its answer is being looked at, and whatever is ticked there."""
        return replace(self, picked=(), page=1, per=PAGE_SIZES[0])

    def to_follow(self) -> "FinderParameters":
        """The whole list as feeds tell it: they know neither an order of their own nor who reads them."""
        return replace(self.whole_list(), profile=NOTHING_SAID, sort=self.default_sort)

    def pairs(self) -> list[tuple[str, str]]:
        """The shortest address of this question, always in the same order."""
        found = [("q", self.words)] if self.words else []
        found += [(LITERAL, words) for words in self.literal]
        found += [(name, value) for name in FILTERS for value in self.values(name)]
        found += [(name, f"{getattr(self, name):f}") for name in AMOUNTS if getattr(self, name) is not None]
        found += [("unstated", self.unstated)] if self.unstated else []
        found += [(name, getattr(self, name).isoformat()) for name in DAY_PARAMETERS if getattr(self, name)]
        found += [("deadline", self.deadline)] if self.deadline else []
        found += profile_pairs(self.profile)
        found += [("s", slug) for slug in self.picked]
        plain = FinderParameters(sort=self.default_sort)
        names = ("sort", "per", "page")
        return found + [
            (name, str(getattr(self, name))) for name in names if getattr(self, name) != getattr(plain, name)
        ]


def parse(
    pairs: Iterable[tuple[str, str]], profile: Profile = NOTHING_SAID
) -> tuple[FinderParameters, tuple[Problem, ...]]:
    """Read the pairs of a query string; ``profile`` is read from the same pairs elsewhere."""
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        if value := value.replace("\0", "").strip():
            given.setdefault(name, []).append(value)
    problems: list[Problem] = []
    filters = {name: _codes(name, given.get(name, []), problems) for name in FILTERS}
    days = {name: _day(name, given.get(name, []), problems) for name in DAY_PARAMETERS}
    amounts = {name: _amount(name, given.get(name, []), problems) for name in AMOUNTS}
    unstated = _any_of("unstated", given.get("unstated", []), UNSTATED, problems)
    parameters = FinderParameters(
        words=_words(given.get("q", []), problems),
        literal=tuple(dict.fromkeys(filter(None, map(refusal, given.get(LITERAL, [])[:MAX_VALUES])))),
        filters={name: values for name, values in filters.items() if values},
        **amounts,
        unstated=unstated if any(amount is not None for amount in amounts.values()) else None,
        deadline=_any_of("deadline", given.get("deadline", []), DEADLINES, problems),
        profile=profile,
        picked=readable(given.get("s", [])),
        per=int(_one_of("per", given.get("per", []), tuple(map(str, PAGE_SIZES)), problems)),
        page=_page(given.get("page", []), problems),
        **days,
    )
    sort = _any_of("sort", given.get("sort", []), (*SORTS, FIT) if profile else SORTS, problems)
    return replace(parameters, sort=sort or parameters.default_sort), tuple(problems)


def _words(given: list[str], problems: list[Problem]) -> str:
    words = " ".join(given)
    if parse_words(words).truncated:
        problems.append(Problem("too-long", "q"))
    return words[:MAX_LENGTH].strip()


def _codes(name: str, given: list[str], problems: list[Problem]) -> tuple[str, ...]:
    codes = {value: BY_NAME[name].read(value) for value in _first(name, given, problems)}
    if unknown := [value for value, code in codes.items() if code is None]:
        problems.append(Problem("unknown", name, _first_values(unknown)))
    return tuple(dict.fromkeys(code for code in codes.values() if code is not None))


def _day(name: str, given: list[str], problems: list[Problem]) -> date | None:
    """Several days are joined by OR like all else: the widest one counts."""
    days = _readable(name, given, day_or_none, "day", problems)
    return (max if name.endswith("before") else min)(days, default=None)


def _amount(name: str, given: list[str], problems: list[Problem]) -> Decimal | None:
    """Several are joined by OR like all else: the widest bound counts. At least nothing is no filter."""
    amounts = _readable(name, given, amount_of, "amount", problems)
    if name.endswith("max"):
        return max(amounts, default=None)
    return min(amounts, default=None) or None


def _readable(name: str, given: list[str], read: Callable, kind: str, problems: list[Problem]) -> list:
    values = {value: read(value) for value in _first(name, given, problems)}
    if bad := [value for value, read_value in values.items() if read_value is None]:
        problems.append(Problem(kind, name, _first_values(bad)))
    return [value for value in values.values() if value is not None]


def _first(name: str, given: list[str], problems: list[Problem]) -> list[str]:
    """Each value once; no more of them than make sense."""
    distinct = list(dict.fromkeys(given))
    if len(distinct) > MAX_VALUES:
        problems.append(Problem("too-many", name))
    return distinct[:MAX_VALUES]


def _one_of(name: str, given: list[str], allowed: tuple[str, ...], problems: list[Problem]) -> str:
    """The first that is allowed; without any, the first of the allowed ones."""
    return _any_of(name, given, allowed, problems) or allowed[0]


def _any_of(name: str, given: list[str], allowed: tuple[str, ...], problems: list[Problem]) -> str | None:
    """The first that is allowed, in capitals or not; None where there is none."""
    known = [value.casefold() for value in given if value.casefold() in allowed]
    if given and not known:
        problems.append(Problem("unknown", name, _first_values(given)))
    return known[0] if known else None


def _page(given: list[str], problems: list[Problem]) -> int:
    numbers = [number_or_none(value) for value in given[:MAX_VALUES]]
    if given and not any(numbers):
        problems.append(Problem("page", "page", _first_values(given)))
    return next((number for number in numbers if number), 1)


def _first_values(values: list[str]) -> tuple[str, ...]:
    return tuple(value if len(value) <= 40 else f"{value[:40]}…" for value in values[:3])
