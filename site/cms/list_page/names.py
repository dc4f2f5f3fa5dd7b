"""What a list that is narrowed down is called: in its title, feeds, calendars and the names of files."""

from collections.abc import Iterable
from datetime import date

from django.utils.text import slugify
from django.utils.translation import gettext as _

MAX_FILE_NAME_LENGTH = 80  # characters, before the ending
_APART = str.maketrans("/'’–—", "     ")  # signs between words, which would be joined without them


def list_name(title: str, choices: Iterable[str], page: int = 1) -> str:
    """Such as "Calls: culture, Lombardia (page 2)"; ``choices`` are what narrows the list, in words."""
    name = f"{title}: {', '.join(choices)}" if (choices := list(choices)) else title
    return _("%(title)s (page %(number)d)") % {"title": name, "number": page} if page > 1 else name


def list_description(summary: str, choices: Iterable[str]) -> str:
    """What a list holds, and what it is narrowed down to. Empty where nobody has described the list."""
    if not summary or not (choices := list(choices)):
        return summary
    return _("%(summary)s Only: %(choices)s.") % {"summary": summary, "choices": ", ".join(choices)}


def file_name(parts: Iterable[str], ending: str, day: date | None = None) -> str:
    """Such as ``bandi-cultura-lombardia-2026-11-29.ics``: letters of ASCII, so that every program keeps it.
    What is too long is cut between two words; a part with figures, such as a day, is never cut."""
    last = [f"{day:%Y-%m-%d}"] if day else []
    room = MAX_FILE_NAME_LENGTH - sum(len(word) + 1 for word in last)
    words: list[str] = []
    for part in parts:
        more = slugify(part.translate(_APART)).split("-")
        fits = [*words, *more]
        while len("-".join(fits)) > room:
            fits.pop()
        whole = len(fits) == len(words) + len(more)
        if whole or not any(letter.isdigit() for letter in part):
            words = fits
        if not whole:
            break
    return f"{'-'.join(filter(None, [*words, *last])) or 'intreccio'}.{ending}"
