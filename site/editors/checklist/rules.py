"""What is doubtful in a draft. Each rule yields findings; none of them stops anybody. No Django."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from cms.page_content import DayToCheck, PageContent

from .links import is_address, is_vague
from .readability import longest_sentence, readability, words

MAX_TITLE_LENGTH = 70  # characters; search engines cut what is longer
MIN_TITLE = 4
MIN_YEAR = 2000
QUOTED = 60  # characters of a text that a finding quotes

_FILE_NAME = re.compile(
    r".*\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)|(?:dsc|foto|image|img|immagine|photo|screenshot)[\W_]*\d+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Finding:
    """``code`` names what was found; ``details`` are put into its words."""

    code: str
    details: dict = field(default_factory=dict)


def check(draft: PageContent, today: date) -> list[Finding]:
    """All findings, in the order in which a page is read. ``today`` is the day in Europe/Rome."""
    return [
        *_title(draft),
        *_summary(draft),
        *(Finding("question", {"text": text}) for text in draft.questions),
        *_pictures(draft),
        *_headings(draft),
        *_links(draft),
        *_reading(draft),
        *(finding for day in draft.days for finding in _day(day, today)),
    ]


def _title(draft: PageContent) -> Iterator[Finding]:
    shown = draft.search_title or draft.title
    if len(shown) > MAX_TITLE_LENGTH:
        yield Finding("title-long", {"length": len(shown), "most": MAX_TITLE_LENGTH})
    elif len(draft.title) < MIN_TITLE:
        yield Finding("title-short")


def _summary(draft: PageContent) -> Iterator[Finding]:
    if not draft.summary.strip():
        yield Finding("summary-missing")
    elif draft.summary.strip().casefold() == draft.title.strip().casefold():
        yield Finding("summary-title")


def _pictures(draft: PageContent) -> Iterator[Finding]:
    for picture in draft.pictures:
        if picture.decorative:
            continue
        if not picture.alt.strip():
            yield Finding("alt-missing", {"place": picture.location})
        elif _FILE_NAME.fullmatch(picture.alt.strip()):
            yield Finding("alt-file", {"place": picture.location, "alt": quoted(picture.alt)})


def _headings(draft: PageContent) -> Iterator[Finding]:
    before = 1
    for heading in draft.outline:
        if not heading.text.strip():
            yield Finding("heading-empty", {"level": heading.level})
            continue
        if heading.level > before + 1:
            details = {"text": quoted(heading.text), "level": heading.level, "right": before + 1}
            yield Finding("heading-order", details)
        before = heading.level


def _links(draft: PageContent) -> Iterator[Finding]:
    for text in dict.fromkeys(draft.links):
        if not text.strip():
            yield Finding("link-empty")
        elif is_vague(text, draft.language):
            yield Finding("link-vague", {"text": quoted(text)})
        elif is_address(text):
            yield Finding("link-address", {"text": quoted(text)})


def _reading(draft: PageContent) -> Iterator[Finding]:
    score = readability(draft.passages, draft.language)
    if score and score.hard:
        yield Finding("hard", {"index": score.index, "points": score.points})
    if sentence := longest_sentence(draft.passages):
        yield Finding("sentence-long", {"words": len(words(sentence)), "text": quoted(sentence)})


def _day(one: DayToCheck, today: date) -> Iterator[Finding]:
    details = {"label": one.label, "day": one.day}
    if one.day.year < MIN_YEAR:
        yield Finding("day-old", details)
    elif one.day > _years_after(today, one.years_ahead):
        yield Finding("day-far", details | {"years": one.years_ahead})
    elif one.over and one.day < today:
        yield Finding("day-over", details)


def _years_after(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year + years)


def quoted(text: str) -> str:
    """The beginning of ``text``, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else line[: QUOTED - 1].rstrip() + "…"
