"""Words of asking, such as "how do I get …": they say nothing where anything else is asked; nor does "euro"
beside a figure, for which a page may have "€".
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
    """The clauses, those that only ask made idle, unless there are no others."""
    asking, analysis = language_of(language).asking.split(), analysis_of(language)
    idle = [
        clause.idle or (is_open(clause) and (_bare(clause.words) in asking or _counts_money(clauses, place)))
        for place, clause in enumerate(clauses)
    ]
    telling = any(
        not each and not clause.excluded and analysis.stems.analyze(clause.words)
        for each, clause in zip(idle, clauses, strict=True)
    )
    if not telling:
        return clauses
    return [
        replace(clause, idle=True) if each else clause for each, clause in zip(idle, clauses, strict=True)
    ]


def _counts_money(clauses: list[Clause], place: int) -> bool:
    neighbours = clauses[max(0, place - 1) : place + 2]
    return _bare(clauses[place].words) in CURRENCIES and any(
        (is_open(one) and _bare(one.words)[:1].isdigit()) or _bare(one.words) in SCALES for one in neighbours
    )


def _bare(word: str) -> str:
    return fold(word).strip("?!.,;:()")
