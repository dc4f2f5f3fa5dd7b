"""What a list that is narrowed down is called: in its title, feeds, calendars and the names of files."""

from collections.abc import Iterable

from django.utils.text import slugify
from django.utils.translation import gettext as _

LONGEST_FILE_NAME = 80  # characters, before the ending


def list_name(title: str, choices: Iterable[str], page: int = 1) -> str:
    """Such as "Calls: culture, Lombardia (page 2)"; ``choices`` are what narrows the list, in words."""
    name = f"{title}: {', '.join(choices)}" if (choices := list(choices)) else title
    return _("%(title)s (page %(number)d)") % {"title": name, "number": page} if page > 1 else name


def list_description(summary: str, choices: Iterable[str]) -> str:
    """What a list holds, and what it is narrowed down to. Empty where nobody has described the list."""
    if not summary or not (choices := list(choices)):
        return summary
    return _("%(summary)s Only: %(choices)s.") % {"summary": summary, "choices": ", ".join(choices)}


def file_name(parts: Iterable[str], ending: str) -> str:
    """Such as ``bandi-cultura-lombardia.ics``: letters of ASCII, so that every program keeps it."""
    name = slugify(" ".join(parts))[:LONGEST_FILE_NAME].rstrip("-")
    return f"{name or 'intreccio'}.{ending}"
