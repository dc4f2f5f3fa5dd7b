"""What the words of a question mean, before any engine sees them."""

from dataclasses import replace

from search.analysis import Analysis, analysis_of
from search.languages import language_of
from search.text import fold
from search.words import MAX_CLAUSES, Clause, Words, parse_words

from .clauses import is_open
from .forms import with_codes, with_figures, with_spellings
from .kept import thesaurus
from .synonyms import Thesaurus, with_synonyms

# No clause needs more ways of being said, whatever a list of synonyms holds.
MOST_ALTERNATIVES = 24


def understand(text: str, language: str, known: Thesaurus | None = None) -> Words:
    """The words of ``text`` with other ways of saying them. Any string can be understood.

    ``known`` are the synonyms; without them, those that editors keep for ``language``.
    """
    words, analysis = parse_words(text), analysis_of(language)
    clauses = _asked_politely(list(words.clauses), language, analysis)
    for step in (with_codes, with_figures, with_spellings):
        clauses = step(clauses)
    clauses = with_synonyms(clauses, thesaurus(language) if known is None else known, analysis)
    return replace(words, clauses=tuple(_sound(clause, analysis) for clause in clauses[:MAX_CLAUSES]))


def _asked_politely(clauses: list[Clause], language: str, analysis: Analysis) -> list[Clause]:
    """Words of asking are idle where anything else is asked."""
    asking = language_of(language).asking.split()
    idle = [is_open(clause) and _folded(clause.words) in asking for clause in clauses]
    telling = any(
        not each and not clause.excluded and analysis.stems.analyze(clause.words)
        for each, clause in zip(idle, clauses, strict=True)
    )
    if not telling:
        return clauses
    return [replace(clause, idle=each) for each, clause in zip(idle, clauses, strict=True)]


def _folded(word: str) -> str:
    return fold(word).strip("?!.,;:¿¡()")


def _sound(clause: Clause, analysis: Analysis) -> Clause:
    """Without what it says already, and without phrases of which stop words leave a single word."""
    kept = {
        one: None
        for one in clause.alternatives
        if (one.phrase or one.weight > 1 or one.text.casefold() != clause.words.casefold())
        and (" " not in one.text or len(analysis.stems.analyze(one.text)) > 1)
    }
    return replace(clause, alternatives=tuple(kept)[:MOST_ALTERNATIVES])
