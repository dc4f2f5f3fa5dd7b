"""The text of uploaded documents, read in a process of its own that cannot do harm.

``python -m media.extraction FILE KIND`` reads one file under limits of memory and time and prints
JSON; ``process.extract`` starts it. Nothing in here knows Django, so that the process starts quickly and
holds no secret.
"""

from dataclasses import dataclass
from enum import StrEnum

EXTENSIONS = ("pdf", "docx", "odt", "txt", "html", "htm")

MAX_BYTES = 25 * 1024 * 1024  # of the file
MAX_CHARACTERS = 200_000  # of text; what follows is left out
MAX_PAGES = 2_000
MAX_UNPACKED = 80 * 1024 * 1024  # bytes of all parts of a zipped document
MAX_PARTS = 5_000
MEMORY = 1024 * 1024 * 1024  # bytes of address space
READING_SECONDS = 10  # then the text read so far will do
CPU_SECONDS = 20
WALL_SECONDS = 30


class Reason(StrEnum):
    """Why a file was not read."""

    TOO_LARGE = "too_large"
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    MISMATCH = "mismatch"
    BOMB = "bomb"
    ENTITIES = "entities"
    TOO_LONG = "too_long"
    TOO_SLOW = "too_slow"
    TOO_HEAVY = "too_heavy"


class Refused(Exception):  # noqa: N818
    """A file that is not read. ``detail`` is for the log."""

    def __init__(self, reason: Reason, detail: str = ""):
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True)
class Text:
    """What a file says. ``cut`` tells that there is more than was read."""

    text: str
    cut: bool = False
