"""What can be wrong: with a whole file, or with one row of it."""

from django.utils.translation import gettext as _


class FileError(Exception):
    """The file cannot be used at all. ``line`` and ``column`` count from 1, where they are known."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None):
        self.line, self.column = line, column
        super().__init__(f"{location(line, column)}: {message}" if line else message)


class RowError(Exception):
    """One row cannot be used; the others can."""


def location(line: int, column: int | None = None, name: str = "") -> str:
    """Where in the file, in words."""
    if not column:
        where = _("line %(line)d") % {"line": line}
    else:
        where = _("line %(line)d, column %(column)d") % {"line": line, "column": column}
    return f"{where} ({name})" if name else where
