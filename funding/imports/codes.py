"""Lists of a source's own names, as codes of our closed lists. No database here."""

import re
from collections.abc import Iterable, Sequence

from portal.core.vocabularies import Vocabulary

from .text import tidy

SEPARATOR = re.compile(r"(?<!\\),")


def split_cell(text: str) -> list[str]:
    r"""The values of a cell: separated by commas, a comma inside a value written ``\,``."""
    return [value for part in SEPARATOR.split(text) if (value := tidy(part.replace("\\,", ",")))]


def codes_of(values: Sequence[str], vocabulary: Vocabulary) -> tuple[list[str], list[str]]:
    """The codes in the list's own order, each once, and the values that are not in the list.

    A value whose commas lost their backslash on the way (a spreadsheet does that) is put together again.
    """
    found, unknown = set(), []
    rest = list(values)
    while rest:
        for size in range(len(rest), 0, -1):
            if codes := vocabulary.from_source(", ".join(rest[:size])):
                found.update(codes)
                del rest[:size]
                break
        else:
            unknown.append(rest.pop(0))
    return in_order(found, vocabulary), list(dict.fromkeys(unknown))


def in_order(codes: Iterable[str], vocabulary: Vocabulary) -> list[str]:
    """As the model field keeps them."""
    wanted = set(codes)
    return [code for code in vocabulary.codes if code in wanted]
