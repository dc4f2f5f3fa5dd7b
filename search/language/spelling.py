"""Did you mean: words that no page holds, put right from the words that pages hold.

The same for every engine: it tells which clauses are known and which words are near; what is better is
decided here.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice, product
from string import ascii_lowercase
from typing import TYPE_CHECKING

from .text import fold
from .words import Clause, ParsedWords

if TYPE_CHECKING:
    from .analysis import Analysis

MIN_WORD_LENGTH, MAX_WORD_LENGTH = 4, 40
_SIGNS = "?!.,;:()«»“”'’\""
# From so many letters on, two of them may be wrong.
LONG = 7
# So many words of a question are looked at: who types more of them has not only slipped.
MAX_WORDS = 12
# Words near one that are thought of, and questions that are tried.
NEAREST, TRIED = 6, 12


def put_right(
    words: ParsedWords,
    known: Callable[[Clause], bool],
    near: Callable[[str], list[str]],
    finds: Callable[[list[ParsedWords]], list[bool]],
) -> str:
    """The question with its unknown words put right, so that some page has all its words; empty where there
    is nothing such to offer.

    ``known`` tells whether any page holds a clause in one of its readings, ``near`` the words near another,
    the best first. Both are only asked about what ``doubtful`` names. ``finds`` tells for which of several
    questions there is a page.
    """
    clauses, _single = doubtful(words)
    ways: list[list[Clause]] = []
    for clause in words.clauses:
        if clause not in clauses or known(clause):
            ways.append([clause])
            continue
        unknown = (word for word in _bare_words(clause) if not known(Clause(word)))
        ways.append(_ways(clause, {word: near(word) for word in unknown if not words.exists(word)}))
    questions = [replace(words, clauses=one) for one in islice(product(*ways), TRIED)]
    questions = [one for one in questions if one.clauses != words.clauses]
    if not questions:
        return ""
    return next((str(one) for one, does in zip(questions, finds(questions), strict=True) if does), "")


def _ways(clause: Clause, better: dict[str, list[str]]) -> list[Clause]:
    """A clause with words put right in all ways; as it is where there are none."""
    texts = [clause.words]
    for word, others in better.items():
        texts = [text.replace(word, other, 1) for text in texts for other in others or [word]]
    return [
        clause if text == clause.words else replace(clause, words=text, alternatives=()) for text in texts
    ]


def doubtful(words: ParsedWords) -> tuple[list[Clause], list[str]]:
    """The clauses that may be put right, and the single words of theirs that may."""
    clauses: list[Clause] = []
    single: dict[str, None] = {}
    for clause in filter(_open, words.clauses):
        more = single | dict.fromkeys(_bare_words(clause))
        if _bare_words(clause) and len(more) <= MAX_WORDS:
            clauses.append(clause)
            single = more
    return clauses, list(single)


def _open(clause: Clause) -> bool:
    """A phrase or an exclusion means what it says."""
    return not (clause.phrase or clause.excluded or clause.optional)


def _bare_words(clause: Clause) -> list[str]:
    bare = (word.strip(_SIGNS) for word in clause.words.split())
    return [word for word in bare if correctable(word)]


def correctable(word: str) -> bool:
    """Whether a word is one of letters, neither too short to tell nor too long to be one."""
    return word.isalpha() and MIN_WORD_LENGTH <= len(word) <= MAX_WORD_LENGTH


def allowed(word: str) -> int:
    """How many letters of a word may be wrong."""
    return 1 if len(word) < LONG else 2


def nearest(
    word: str, vocabulary: Iterable[tuple[str, int]], analysis: "Analysis", begins: bool = False
) -> list[str]:
    """The words at the least distance, the likeliest slip first and then the one in most pages; none where
    all are too far. A word that says nothing is never meant, and one that people only ask with after all
    others. Of one that ``begins`` words of the site no letter is wrong: it lacks some, or two are swapped."""
    folded, limit = fold(word), allowed(word)
    found: list[tuple[int, bool, int, int, str]] = []
    for term, count in dict(vocabulary).items():
        other = fold(term)
        far = distance(folded, other, limit) if abs(len(other) - len(folded)) <= limit else limit + 1
        if begins and not (other.startswith(folded) or sorted(other) == sorted(folded)):
            continue
        if far <= limit and analysis.is_significant(term):
            limit = far
            found.append((far, analysis.asks(term), _kind(folded, other), -count, term))
    return [term for far, *_order, term in sorted(found) if far == limit][:NEAREST]


def _kind(typed: str, meant: str) -> int:
    """0 for letters swapped, 1 for letters dropped or doubled, 2 for others in their place."""
    if sorted(typed) == sorted(meant):
        return 0
    return 1 if len(typed) != len(meant) else 2


def edited(word: str) -> set[str]:
    """All words at the distance of one letter from a folded one."""
    parts = [(word[:position], word[position:]) for position in range(len(word) + 1)]
    letters = sorted({*ascii_lowercase, *word})
    return {
        *(before + after[1:] for before, after in parts if after),
        *(before + after[1] + after[0] + after[2:] for before, after in parts if len(after) > 1),
        *(before + letter + after[1:] for before, after in parts if after for letter in letters),
        *(before + letter + after for before, after in parts for letter in letters),
    } - {word}


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
