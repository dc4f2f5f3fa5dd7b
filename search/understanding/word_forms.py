"""Other forms of the very same words: codes, figures, spellings."""

from collections.abc import Iterator

from search.language.words import Alternative, Clause
from search.relevance import CODE

from .clauses import Taken, runs, take_together
from .codes import is_code, measure_part, opens_code, query_keys
from .figures import is_figure, other_forms
from .spellings import joins, meeting_spellings, plain_words, spellings_of, table_matches

MAX_CODE_LENGTH = 8  # clauses


def with_codes(clauses: list[Clause]) -> list[Clause]:
    """A code typed in several parts is one; each is also looked for by its keys."""
    return take_together(clauses, (taken for run in runs(clauses) for taken in _codes(clauses, run)))


def _codes(clauses: list[Clause], run: range) -> Iterator[Taken]:
    index = run.start
    while index < run.stop:
        last = _spelt_out(clauses, index, run)
        if last > index:
            parts = "".join(
                measure_part(clause.words) or clause.words for clause in clauses[index : last + 1]
            )
            yield Taken(index, last, tuple(Alternative(key, weight=CODE) for key in query_keys(parts)))
        elif _begins(clauses, index, run):
            while last + 1 < run.stop and last - index < MAX_CODE_LENGTH and _goes_on(clauses, last + 1, run):
                last += 1
            typed = " ".join(clause.words for clause in clauses[index : last + 1])
            yield Taken(index, last, tuple(Alternative(key, weight=CODE) for key in query_keys(typed)))
        index = last + 1


def _spelt_out(clauses: list[Clause], index: int, run: range) -> int:
    """The last clause of "missione 1 componente 3 investimento 1.3"; ``index`` where there is none."""
    last = index
    while last + 1 < run.stop and measure_part(clauses[last].words, first=last == index):
        if not clauses[last + 1].words[:1].isdigit():
            break
        last += 2
    return max(index, last - 1)


def _begins(clauses: list[Clause], index: int, run: range) -> bool:
    """A code begins with a part of letters and digits, or with letters before a long number."""
    following = clauses[index + 1].words if index + 1 < run.stop else ""
    return is_code(clauses[index].words) or opens_code(clauses[index].words, following)


def _goes_on(clauses: list[Clause], index: int, run: range) -> bool:
    """A part with digits goes on with a code; so does a single letter before one."""
    words = clauses[index].words
    if any(sign.isdigit() for sign in words):
        return True
    return len(words) == 1 and index + 1 < run.stop and clauses[index + 1].words[:1].isdigit()


def with_figures(clauses: list[Clause]) -> list[Clause]:
    """A figure is found in its other ways of writing."""
    return take_together(clauses, (taken for run in runs(clauses) for taken in _figures(clauses, run)))


def _figures(clauses: list[Clause], run: range) -> Iterator[Taken]:
    for index in run:
        for last in range(min(index + 3, run.stop - 1), index - 1, -1):
            typed = " ".join(clause.words for clause in clauses[index : last + 1])
            if last == index or is_figure(typed):
                forms = tuple(Alternative(form, phrase=True) for form in other_forms(typed.rstrip("€")))
                if forms:
                    yield Taken(index, last, forms)
                    break


def with_spellings(clauses: list[Clause]) -> list[Clause]:
    """Words that are also written as one, as two, or with a hyphen."""
    return take_together(clauses, (taken for run in runs(clauses) for taken in _spellings(clauses, run)))


def _spellings(clauses: list[Clause], run: range) -> Iterator[Taken]:
    words, positions = [], []
    for index in run:
        for word in plain_words(clauses[index].words):
            if word != "-":
                words.append(word)
                positions.append(index)
    for first, last, together in table_matches(words):
        if _whole(positions, first, last):
            yield Taken(positions[first], positions[last], _all_spellings(together))
    for index in run:
        single = meeting_spellings(clauses[index].words)
        if single:
            yield Taken(index, index, tuple(Alternative(spelling) for spelling in sorted(single)))
        pair = clauses[index].words, clauses[index + 1].words if index + 1 < run.stop else ""
        if joins(*map(str.lower, pair)):
            yield Taken(index, index + 1, (Alternative("".join(pair)),))


def _whole(positions: list[int], first: int, last: int) -> bool:
    """Whether the words from ``first`` to ``last`` are all those of their clauses."""
    begins = first == 0 or positions[first - 1] != positions[first]
    ends = last == len(positions) - 1 or positions[last + 1] != positions[last]
    return begins and ends


def _all_spellings(together: str) -> tuple[Alternative, ...]:
    return tuple(Alternative(spelling, phrase=" " in spelling) for spelling in spellings_of(together))
