"""Web addresses as open data write them: without a scheme, several in a cell, or none at all."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

MAX_LENGTH = 500
_START = re.compile(r"https?://|www\.", re.IGNORECASE)
_valid = URLValidator(schemes=["http", "https"])


def find_links(text: str) -> list[str]:
    """The whole addresses in ``text``, in their order, each once; what cannot be followed is left out."""
    found = []
    if not _START.search(text):
        return found
    for word in text.split():
        word = word.strip("<>\"'(),;")
        if not _START.match(word):
            continue
        link = word if word.lower().startswith("http") else f"https://{word}"
        try:
            _valid(link)
        except ValidationError:
            continue
        if len(link) <= MAX_LENGTH:
            found.append(link)
    return list(dict.fromkeys(found))
