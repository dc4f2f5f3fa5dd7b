"""Takes neighbouring words of a question together, with other ways of saying them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from search.language.words import Alternative, Clause
from search.relevance import APART, SIDE_BY_SIDE


@dataclass(frozen=True)
class Taken:
    """Clauses from ``first`` to ``last`` say one thing, which can also be said otherwise."""

    first: int
    last: int
    alternatives: tuple[Alternative, ...]


def is_open(clause: Clause) -> bool:
    """Whether a clause may be understood: a phrase or an exclusion means what it says."""
    return not (clause.phrase or clause.excluded or clause.optional)


def runs(clauses: list[Clause]) -> list[range]:
    """The stretches of clauses that may be understood together."""
    found: list[range] = []
    for index, clause in enumerate(clauses):
        if not is_open(clause):
            continue
        if found and found[-1].stop == index:
            found[-1] = range(found[-1].start, index + 1)
        else:
            found.append(range(index, index + 1))
    return found


def take_together(clauses: list[Clause], taken: Iterable[Taken]) -> list[Clause]:
    """The clauses with those stretches made one each; of stretches that overlap the first, longest one."""
    result, end = [], 0
    for one in sorted(taken, key=lambda one: (one.first, -one.last)):
        if one.first >= end:
            result += clauses[end : one.first]
            result.append(_together(clauses[one.first : one.last + 1], one.alternatives))
            end = one.last + 1
    return result + clauses[end:]


def _together(clauses: list[Clause], alternatives: tuple[Alternative, ...]) -> Clause:
    if len(clauses) == 1:
        own = clauses[0].alternatives
        return replace(clauses[0], alternatives=tuple(dict.fromkeys((*own, *alternatives))))
    words = " ".join(clause.words for clause in clauses)
    together = Alternative(words, phrase=True, weight=SIDE_BY_SIDE)
    return replace(clauses[0], words=words, alternatives=(together, *alternatives), weight=APART)
