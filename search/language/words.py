"""What a visitor typed, read into words, "phrases" and -exclusions. Any string at all can be read."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from .text import clean

MAX_LENGTH = 400
MAX_CLAUSES = 32

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_CLAUSE = re.compile(
    r"""
    (?P<minus>(?<!\S)[-–−]+)?     # only at the start of a word: "e-mail" excludes nothing
    (?: "(?P<phrase>[^"]*)" | (?P<word>[^\s"]+) )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Alternative:
    """A way of saying a clause. ``text`` is for the engine's analysis, never for a query language.

    As a ``phrase`` its words stand side by side in one field; otherwise each of its parts between blanks
    is found in any field, and only what signs keep together, such as "2021-2027", stands side by side.
    ``weight`` multiplies what a match scores. Of a ``name`` no other form will do: "Marche" is not "marca".
    """

    text: str
    phrase: bool = False
    weight: float = 1.0
    name: bool = False


@dataclass(frozen=True)
class Clause:
    """Something that was asked for: a word, a phrase, or words that the understanding took together.

    A page answers it when it answers ``words`` or any of the ``alternatives``; the best of them scores.
    ``weight`` is that of ``words``. An ``optional`` clause was said for politeness ("how do I get …"): it is
    neither needed nor scored.
    """

    words: str
    phrase: bool = False
    excluded: bool = False
    alternatives: tuple[Alternative, ...] = ()
    optional: bool = False
    weight: float = 1.0

    @property
    def readings(self) -> tuple[Alternative, ...]:
        """All ways of saying it, as typed first."""
        return (Alternative(self.words, self.phrase, self.weight), *self.alternatives)

    def __str__(self):
        quoted = f'"{self.words}"' if self.phrase else self.words
        return f"-{quoted}" if self.excluded else quoted


def _none(_word: str) -> bool:
    return False


@dataclass(frozen=True)
class ParsedWords:
    """The words of a query. ``given`` tells an empty box from one that held only signs; ``truncated`` says
    that words were left out because there were too many.

    Pages that have a clause of ``should`` score more; none needs it.

    ``exists`` tells whether a word is one though no page may hold it: then it is no slip of the pen.
    """

    clauses: tuple[Clause, ...] = ()
    given: bool = False
    truncated: bool = False
    should: tuple[Clause, ...] = ()
    exists: Callable[[str], bool] = field(default=_none, compare=False, repr=False)

    @property
    def required(self) -> tuple[Clause, ...]:
        """What is asked for; a word said twice counts once."""
        return _once(clause for clause in self.clauses if not clause.excluded and not clause.optional)

    @property
    def excluded(self) -> tuple[Clause, ...]:
        return _once(clause for clause in self.clauses if clause.excluded)

    def __str__(self):
        return " ".join(str(clause) for clause in self.clauses)


def _once(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    found: dict[tuple[str, bool], Clause] = {}
    for clause in clauses:
        found.setdefault((clause.words.casefold(), clause.phrase), clause)
    return tuple(found.values())


def parse_words(text: str) -> ParsedWords:
    """Read ``text`` as it was typed: "first come first served" has four words. What holds no letter and no
    digit is dropped, a quote without its partner is ignored."""
    cleaned = clean(text[: MAX_LENGTH * 4])
    truncated = len(cleaned) > MAX_LENGTH or len(text) > MAX_LENGTH * 4
    clauses = []
    for found in _CLAUSE.finditer(cleaned[:MAX_LENGTH].translate(_QUOTES)):
        phrase = found["phrase"] is not None
        words = (found["phrase"] if phrase else found["word"]).strip()
        clause = Clause(words, phrase, excluded=bool(found["minus"]))
        if any(sign.isalnum() for sign in words):
            clauses.append(clause)
    return ParsedWords(
        tuple(clauses[:MAX_CLAUSES]), bool(text.strip()), truncated or len(clauses) > MAX_CLAUSES
    )
