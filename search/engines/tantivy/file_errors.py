"""What goes wrong with files, in plain words: the disk is full, the site may not, the index is damaged."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager

from search.engines.base import DiskFull, EngineUnavailable, IndexDamaged, NotAllowed

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
# Tantivy tells the system's number of an error in its text only.
_NUMBER = re.compile(r"(?:os error |code: )(\d+)")
MAX_MESSAGE_LENGTH = 200


@contextmanager
def translate_errors() -> Iterator[None]:
    """Turn what Python and Tantivy raise over the files of an index into one of our errors.

    Tantivy panics over some kinds of damage; a panic is no ``Exception``, and no class to name in Python.
    """
    try:
        yield
    except (OSError, ValueError) as error:
        raise _unavailable(error) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise _unavailable(error) from error


def _unavailable(error: BaseException) -> EngineUnavailable:
    numbers = {int(number) for number in _NUMBER.findall(str(error))} | {getattr(error, "errno", None)}
    if numbers & FULL:
        return DiskFull("The disk of the search index is full.")
    if numbers & FORBIDDEN:
        return NotAllowed("The site may not read or write the files of the search index.")
    return IndexDamaged(
        f"The search index cannot be read: {' '.join(str(error).split())[:MAX_MESSAGE_LENGTH]}"
    )
