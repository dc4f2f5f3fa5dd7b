"""The tables by language: a further language is one more module and a line here."""

from functools import cache

from ..table import WordTable
from . import en, it

TABLES = {"it": it.TABLE, "en": en.TABLE}


@cache
def table_of(language: str) -> WordTable | None:
    """The table of a language such as ``it`` or ``en-gb``; None where nobody has written one."""
    return TABLES.get(language) or TABLES.get(language.split("-")[0])
