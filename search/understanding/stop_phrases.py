"""Words of asking, such as "how do I get …": they say nothing where anything else is asked; nor does "euro"
beside a figure, for which a page may have "€". Words for what this site is about, such as "call", say little.
"""

from dataclasses import replace

from search.amounts import SCALES
from search.language.analysis import analysis_of
from search.language.languages import language_of
from search.language.text import fold
from search.language.words import Clause

from .clauses import is_open

CURRENCIES = ("euro", "euros", "eur")


def mark_optional(clauses: list[Clause], language: str) -> list[Clause]:
    """The clauses, those that only ask made optional, unless there are no others."""
    asking, analysis = language_of(language).asking.split(), analysis_of(language)
    optional = [
        clause.optional
        or (is_open(clause) and (_bare(clause.words) in asking or _counts_money(clauses, index)))
        for index, clause in enumerate(clauses)
    ]
    content_words = any(
        not each and not clause.excluded and analysis.stems.analyze(clause.words)
        for each, clause in zip(optional, clauses, strict=True)
    )
    if not content_words:
        return clauses
    return [
        replace(clause, optional=True) if each else clause
        for each, clause in zip(optional, clauses, strict=True)
    ]


def set_aside_generic(clauses: list[Clause], language: str) -> tuple[list[Clause], tuple[Clause, ...]]:
    """The clauses, those that only say what this site is about made optional, unless there are no others;
    and those set aside, which a page should have."""
    generic, analysis = language_of(language).generic.split(), analysis_of(language)
    aside = [is_open(clause) and _bare(clause.words) in generic for clause in clauses]
    others = any(
        not (each or clause.optional or clause.excluded) and analysis.stems.analyze(clause.words)
        for each, clause in zip(aside, clauses, strict=True)
    )
    if not others:
        return clauses, ()
    kept = [
        replace(clause, optional=True) if each else clause
        for each, clause in zip(aside, clauses, strict=True)
    ]
    return kept, tuple(clause for each, clause in zip(aside, clauses, strict=True) if each)


def _counts_money(clauses: list[Clause], index: int) -> bool:
    neighbours = clauses[max(0, index - 1) : index + 2]
    return _bare(clauses[index].words) in CURRENCIES and any(
        (is_open(one) and _bare(one.words)[:1].isdigit()) or _bare(one.words) in SCALES for one in neighbours
    )


def _bare(word: str) -> str:
    return fold(word).strip("?!.,;:()")
