"""The order of names, as dictionaries have it: accents, case and signs do not count."""

import unicodedata

from django.db.models import F, Func, Value
from django.db.models.functions import Lower, Replace

# What Italian names have, and French ones most often. A database compares bytes, or as it was once set up;
# SQLite's parser takes about thirty calls in each other, no more.
ACCENTED = {"a": "àáâÀ", "c": "ç", "e": "èéêëÈÉ", "i": "ìíÌ", "o": "òóôÒ", "u": "ùúÙ"}


def alphabetical(text: str) -> str:
    """A key to sort by in memory."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum() or sign == " ")


def by_name(field: str) -> Func:
    """The same for a query, near enough: case and the usual accents do not count."""
    expression = F(field)
    for plain, signs in ACCENTED.items():
        for sign in signs:
            expression = Replace(expression, Value(sign), Value(plain))
    return Lower(expression)
