"""Lets a section answer a question of the site's search in its own way, by a line above the results.

A section registers in its app's ``ready()``::

    section_offers.register("funding", finder_offer)
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cms.presentation import Badge


@dataclass(frozen=True)
class SectionOffer:
    """``question`` leads to a link with ``text``, such as "6 calls for: Puglia"; or there is an ``answer``.
    It is true ``until`` then; None for as long as nothing is published."""

    question: str = ""
    text: str = ""
    url: str = ""
    until: datetime | None = None
    answer: "SectionAnswer | None" = None


@dataclass(frozen=True)
class SectionAnswer:
    """A fact of one page: its label, what the page says, and a note; the page with its title and state."""

    title: str
    url: str
    label: str
    text: str
    note: str = ""
    badge: Badge | None = None


# The words of the question, the language, the moment; None where the section has nothing of its own to say.
Offering = Callable[[str, str, datetime], SectionOffer | None]

_offering: dict[str, Offering] = {}


def register(name: str, offering: Offering) -> None:
    """``offering`` is asked for each question with words; it never raises ``EngineUnavailable``."""
    _offering[name] = offering


def section_offers(words: str, language: str, now: datetime) -> list[SectionOffer]:
    """What the sections offer."""
    offers = (offering(words, language, now) for offering in _offering.values())
    return [offer for offer in offers if offer]
