"""Which word somebody may have meant who made a slip of the pen."""

from search.text import fold
from search.words import Clause

SHORTEST, LONGEST = 4, 40


def nearest(word: str, vocabulary: list[tuple[str, int]]) -> str | None:
    """The word at the least distance, the commonest of several; one letter off, or two in a long word."""
    wanted, limit = fold(word), 1 if len(word) < 7 else 2
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


def correctable(clause: Clause) -> bool:
    """Whether a slip of the pen may be looked for: one word of letters that somebody wants."""
    return (
        not clause.phrase
        and not clause.excluded
        and clause.words.isalpha()
        and SHORTEST <= len(clause.words) <= LONGEST
    )
