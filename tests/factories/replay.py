"""Makes again what was made before in a tenth of the time: by the statements that made it.

Only where the tables that it goes into are as they were, and only on SQLite, where the numbers of rows
start anew with each test.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.utils import timezone
from wagtail.models import Locale, Page, Site

MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{6})?")  # as Django writes one into SQLite
WRITES = ("INSERT", "UPDATE", "DELETE")
Statement = tuple[str, Any]


class Recording:
    """The statements of one call of ``make``, and the state of the tables before it."""

    def __init__(self):
        self.before: tuple | None = None
        self.began = self.ended = datetime.min.replace(tzinfo=UTC)
        self.statements: list[Statement] = []

    def again(self, make: Callable[[], Any]) -> bool:
        """Run the statements where they fit; otherwise run ``make``, and note its own."""
        if connection.vendor == "sqlite" and self.before == _state():
            now = timezone.now()
            with connection.cursor() as cursor:
                for sql, params in self.statements:
                    cursor.execute(sql, self._moved(params, now))
                    if cursor.description:  # INSERT … RETURNING is done once it has been read
                        cursor.fetchall()
            return True
        self.before, self.statements = _state(), []
        self.began = timezone.now()
        with connection.execute_wrapper(self._note):
            make()
        self.ended = timezone.now()
        return False

    def _note(self, execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(WRITES):
            self.statements += [(sql, one) for one in params] if many else [(sql, params)]
        return execute(sql, params, many, context)

    def _moved(self, params, now: datetime):
        """What was "now" then is now now: a test may have stopped the clock."""
        text = now.astimezone(UTC).replace(tzinfo=None).isoformat(" ")
        return params and tuple(text if self._was_now(value) else value for value in params)

    def _was_now(self, value) -> bool:
        if not isinstance(value, str) or not MOMENT.fullmatch(value):
            return False
        return self.began <= datetime.fromisoformat(value).replace(tzinfo=UTC) <= self.ended


def _state() -> tuple:
    return (
        list(Locale.objects.values_list("pk", "language_code")),
        list(Page.objects.values_list("pk", "path", "numchild")),
        list(Site.objects.values_list("pk", "root_page")),
    )
