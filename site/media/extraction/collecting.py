"""Keeps the text of a file while it is read, up to the limits."""

import time

from . import MAX_CHARACTERS, READING_SECONDS, Text

# What no database and no page can carry; tabs and line ends stay.
_UNWANTED = dict.fromkeys({*range(32), *range(0x7F, 0xA0), *range(0xD800, 0xE000)} - {9, 10, 13})


class Collected:
    """Pieces of text. ``full`` tells when enough is enough: too much text, or too much time."""

    def __init__(self):
        self.pieces: list[str] = []
        self.length = 0
        self.ends = time.monotonic() + READING_SECONDS

    @property
    def full(self) -> bool:
        return self.length > MAX_CHARACTERS or time.monotonic() > self.ends

    def add(self, piece: str) -> None:
        """One piece on a line of its own, with runs of spaces made one."""
        lines = (" ".join(line.split()) for line in piece.translate(_UNWANTED).splitlines())
        piece = "\n".join(line for line in lines if line)
        if piece:
            self.pieces.append(piece)
            self.length += len(piece) + 1

    def text(self, cut: bool = False) -> Text:
        whole = "\n".join(self.pieces)
        return Text(whole[:MAX_CHARACTERS], cut or len(whole) > MAX_CHARACTERS)
