"""Other forms of the very same words: codes, figures, spellings."""

from collections.abc import Iterator

from search.language.words import Alternative, Clause
from search.relevance import CODE

from .clauses import Taken, runs, take_together
from .codes import asked_keys, is_code, measure_part, opens_code
from .figures import is_figure, other_forms
from .spellings import joins, meeting_spellings, plain_words, spellings_of, table_matches

MAX_CODE_LENGTH = 8  # clauses


def with_codes(clauses: list[Clause]) -> list[Clause]:
    """A code typed in several parts is one; each is also looked for by its keys."""
    return take_together(clauses, (taken for run in runs(clauses) for taken in _codes(clauses, run)))


def _codes(clauses: list[Clause], run: range) -> Iterator[Taken]:
    place = run.start
    while place < run.stop:
        last = _spelt_out(clauses, place, run)
        if last > place:
            parts = "".join(
                measure_part(clause.words) or clause.words for clause in clauses[place : last + 1]
            )
            yield Taken(place, last, tuple(Alternative(key, weight=CODE) for key in asked_keys(parts)))
        elif _begins(clauses, place, run):
            while last + 1 < run.stop and last - place < MAX_CODE_LENGTH and _goes_on(clauses, last + 1, run):
                last += 1
            typed = " ".join(clause.words for clause in clauses[place : last + 1])
            yield Taken(place, last, tuple(Alternative(key, weight=CODE) for key in asked_keys(typed)))
        place = last + 1


def _spelt_out(clauses: list[Clause], place: int, run: range) -> int:
    """The last clause of "missione 1 componente 3 investimento 1.3"; ``place`` where there is none."""
    last = place
    while last + 1 < run.stop and measure_part(clauses[last].words, first=last == place):
        if not clauses[last + 1].words[:1].isdigit():
            break
        last += 2
    return max(place, last - 1)


def _begins(clauses: list[Clause], place: int, run: range) -> bool:
    """A code begins with a part of letters and digits, or with letters before a long number."""
    following = clauses[place + 1].words if place + 1 < run.stop else ""
    return is_code(clauses[place].words) or opens_code(clauses[place].words, following)


def _goes_on(clauses: list[Clause], place: int, run: range) -> bool:
    """A part with digits goes on with a code; so does a single letter before one."""
    words = clauses[place].words
    if any(sign.isdigit() for sign in words):
        return True
    return len(words) == 1 and place + 1 < run.stop and clauses[place + 1].words[:1].isdigit()


def with_figures(clauses: list[Clause]) -> list[Clause]:
    """A figure is found in its other ways of writing."""
    return take_together(clauses, (taken for run in runs(clauses) for taken in _figures(clauses, run)))


def _figures(clauses: list[Clause], run: range) -> Iterator[Taken]:
    for place in run:
        for last in range(min(place + 3, run.stop - 1), place - 1, -1):
            typed = " ".join(clause.words for clause in clauses[place : last + 1])
            if last == place or is_figure(typed):
                forms = tuple(Alternative(form, phrase=True) for form in other_forms(typed.rstrip("€")))
                if forms:
                    yield Taken(place, last, forms)
                    break


def with_spellings(clauses: list[Clause]) -> list[Clause]:
    """Words that are also written as one, as two, or with a hyphen."""
    return take_together(clauses, (taken for run in runs(clauses) for taken in _spellings(clauses, run)))


def _spellings(clauses: list[Clause], run: range) -> Iterator[Taken]:
    words, places = [], []
    for place in run:
        for word in plain_words(clauses[place].words):
            if word != "-":
                words.append(word)
                places.append(place)
    for first, last, together in table_matches(words):
        if _whole(places, first, last):
            yield Taken(places[first], places[last], _all_spellings(together))
    for place in run:
        single = meeting_spellings(clauses[place].words)
        if single:
            yield Taken(place, place, tuple(Alternative(spelling) for spelling in sorted(single)))
        pair = clauses[place].words, clauses[place + 1].words if place + 1 < run.stop else ""
        if joins(*map(str.lower, pair)):
            yield Taken(place, place + 1, (Alternative("".join(pair)),))


def _whole(places: list[int], first: int, last: int) -> bool:
    """Whether the words from ``first`` to ``last`` are all those of their clauses."""
    begins = first == 0 or places[first - 1] != places[first]
    ends = last == len(places) - 1 or places[last + 1] != places[last]
    return begins and ends


def _all_spellings(together: str) -> tuple[Alternative, ...]:
    return tuple(Alternative(spelling, phrase=" " in spelling) for spelling in spellings_of(together))
