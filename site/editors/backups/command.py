"""How both commands tell what went wrong: in one line, without a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import Error

from .manifest import BackupError


@contextmanager
def errors_in_one_line(outcome: str) -> Iterator[None]:
    """``outcome`` is what came of it, such as "Nothing has been changed"."""
    try:
        yield
    except BackupError as reason:
        raise CommandError(f"{reason} {outcome}.") from reason
    except OSError as reason:
        named = reason.filename and reason.strerror
        what = f"{reason.filename}: {reason.strerror}." if named else f"{reason}."
        raise CommandError(f"{what} {outcome}.") from reason
    except Error as reason:
        told = " ".join(str(reason).split())
        raise CommandError(f"The database refuses: {told} {outcome}.") from reason
