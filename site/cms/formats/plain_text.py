"""Text for files that other programs read."""

import re

_NEW_LINES = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Control characters but tab and new line, and lone surrogates, which UTF-8 cannot carry.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def printable(text: str) -> str:
    """``text`` with ``\\n`` between its lines and without control characters."""
    return _UNPRINTABLE.sub("", _NEW_LINES.sub("\n", text))


def lines(text: str) -> tuple[str, ...]:
    """The entries of a list that was written one a line, without the comma that may end each."""
    return tuple(line for each in printable(text).split("\n") if (line := each.strip(" ,;")))


def one_line(text: str) -> str:
    """``text`` on one line, without control characters and doubled blanks."""
    return " ".join(printable(text).split())
