"""Lists of a source's own names, as codes of our closed lists. No database here."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from cms.vocabularies import Vocabulary

from .text import normalise_space

MAX_NAME_LENGTH = 200
MAX_COMMAS = 3  # in one name of the lists
SEPARATOR = re.compile(r"(?<!\\),")


def split_cell(text: str) -> list[str]:
    r"""The values of a cell: separated by commas, a comma inside a value written ``\,``."""
    return [value for part in SEPARATOR.split(text) if (value := normalise_space(part.replace("\\,", ",")))]


def codes_of(values: Sequence[str], vocabulary: Vocabulary) -> tuple[list[str], list[str]]:
    """The codes in the list's own order, each once, and the values that are not in the list.

    A value whose commas lost their backslash on the way (a spreadsheet does that) is put together again.
    """
    codes, unknown = _codes_of(tuple(values), vocabulary)
    return list(codes), list(unknown)


@lru_cache(maxsize=4096)
def _codes_of(values: tuple[str, ...], vocabulary: Vocabulary) -> tuple[list[str], list[str]]:
    """Remembered: a catalogue writes the same lists again and again."""
    found, unknown = set(), []
    rest = list(values)
    while rest:
        for size in range(1, min(len(rest), MAX_COMMAS + 1) + 1):
            if codes := vocabulary.from_source(", ".join(rest[:size])[:MAX_NAME_LENGTH]):
                found.update(codes)
                del rest[:size]
                break
        else:
            unknown.append(rest.pop(0))
    return in_order(found, vocabulary), list(dict.fromkeys(unknown))


def in_order(codes: Iterable[str], vocabulary: Vocabulary) -> list[str]:
    """The codes in the order of the model field."""
    codes_found = set(codes)
    return [code for code in vocabulary.codes if code in codes_found]
