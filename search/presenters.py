"""Lets a section say more about its own results, without the search knowing the section.

A section registers, in its app's ``ready()``, how the state of one of its hits is told::

    presenters.register("funding", lambda hit, now: badge_for(course_of(hit.moments, hit.flags), now))
"""

from collections.abc import Callable
from datetime import datetime

from portal.core.presentation import Badge

from .query import Hit

Presenter = Callable[[Hit, datetime], Badge | None]

_presenters: dict[str, Presenter] = {}


def register(hit_type: str, presenter: Presenter) -> None:
    """``presenter`` tells the state of hits of this type at a moment, without asking the database."""
    _presenters[hit_type] = presenter


def badge_of(hit: Hit, now: datetime) -> Badge | None:
    """The state of a hit; None for types that have none."""
    presenter = _presenters.get(hit.type)
    return presenter(hit, now) if presenter else None
