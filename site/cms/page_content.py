"""A page as the checklist reads it: plain data. No Django."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ShownPicture:
    """A picture: where it stands, in words, and what it is said to show."""

    location: str
    alt: str
    decorative: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading of the body; the page's title is level 1."""

    level: int
    text: str


@dataclass(frozen=True)
class DayToCheck:
    """A day with its field's name and label. ``years_ahead`` is how far ahead it may plausibly lie.

    ``over`` tells that something is over once the day is past, so that an editor should look again.
    """

    name: str
    label: str
    day: date
    years_ahead: int = 10
    over: bool = False


@dataclass(frozen=True)
class PageContent:
    """What a page says, in its own ``language``. ``passages`` are its paragraphs, without markup.
    ``questions`` are in the editor's language: what contradicts itself, for somebody who knows to decide."""

    language: str
    title: str
    search_title: str = ""
    summary: str = ""
    pictures: tuple[ShownPicture, ...] = ()
    outline: tuple[Heading, ...] = ()
    links: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    days: tuple[DayToCheck, ...] = ()
    questions: tuple[str, ...] = ()
