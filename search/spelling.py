"""Did you mean: words that no page holds, put right from the words that pages hold.

The same for every engine: it tells which clauses are known and which words are near; what is better is
decided here.
"""

from collections.abc import Callable, Iterable

from .text import fold
from .words import Clause, Words

SHORTEST, LONGEST = 4, 40
_SIGNS = "?!.,;:()«»“”'’\""
# From so many letters on, two of them may be wrong.
LONG = 7
# So many words of a question are looked at: who types more of them has not only slipped.
MOST = 12


def put_right(words: Words, known: Callable[[Clause], bool], near: Callable[[str], str | None]) -> str:
    """The question with its unknown words put right; empty where there is nothing better to offer.

    ``known`` tells whether any page holds a clause in one of its readings, ``near`` the best of the words
    near another. Both are only asked about what ``doubtful`` names.
    """
    changed, parts = False, []
    clauses, _single = doubtful(words)
    for clause in words.clauses:
        parts.append(str(clause))
        if clause not in clauses or known(clause):
            continue
        better = {word: near(word) for word in _bare_words(clause) if not known(Clause(word))}
        for word, other in better.items():
            if other:
                changed, parts[-1] = True, parts[-1].replace(word, other, 1)
    return " ".join(parts) if changed else ""


def doubtful(words: Words) -> tuple[list[Clause], list[str]]:
    """The clauses that may be put right, and the single words of theirs that may."""
    clauses: list[Clause] = []
    single: dict[str, None] = {}
    for clause in filter(_open, words.clauses):
        more = single | dict.fromkeys(_bare_words(clause))
        if _bare_words(clause) and len(more) <= MOST:
            clauses.append(clause)
            single = more
    return clauses, list(single)


def _open(clause: Clause) -> bool:
    """A phrase or an exclusion means what it says."""
    return not (clause.phrase or clause.excluded or clause.idle)


def _bare_words(clause: Clause) -> list[str]:
    bare = (word.strip(_SIGNS) for word in clause.words.split())
    return [word for word in bare if correctable(word)]


def correctable(word: str) -> bool:
    """Whether a word is one of letters, neither too short to tell nor too long to be one."""
    return word.isalpha() and SHORTEST <= len(word) <= LONGEST


def allowed(word: str) -> int:
    """How many letters of a word may be wrong."""
    return 1 if len(word) < LONG else 2


def nearest(word: str, vocabulary: Iterable[tuple[str, int]]) -> str | None:
    """The word at the least distance, of several the one in most pages; None where all are too far."""
    wanted, limit = fold(word), allowed(word)
    best, best_rank = None, (limit + 1, 0)
    for term, count in vocabulary:
        if abs(len(term) - len(wanted)) > limit:
            continue
        rank = (distance(wanted, fold(term), min(limit, best_rank[0])), -count)
        if rank[0] <= limit and rank < best_rank:
            best, best_rank = term, rank
    return best


def distance(one: str, other: str, limit: int) -> int:
    """Letters to change, add, drop or swap with their neighbour; more than ``limit`` is not counted out."""
    before, previous = [], list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        current = [i]
        for j, match in enumerate(other, 1):
            cost = min(previous[j] + 1, current[-1] + 1, previous[j - 1] + (letter != match))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == match:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, previous = previous, current
    return previous[-1]
