"""What the running site has in its database, read beside it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from .things import Thing

LATEST = """
    select revision.content, revision.approved_go_live_at from {table} as thing
    join wagtailcore_revision as revision on revision.id = thing.latest_revision_id where thing.id = ?
"""
STATE = "select live, live_revision_id = latest_revision_id from {table} where id = ?"
WORKFLOW = """
    select status from wagtailcore_workflowstate as state
    join django_content_type as kind on kind.id = state.base_content_type_id
    where state.object_id = ? and kind.app_label || '_' || kind.model = ? order by state.id desc limit 1
"""
SEGMENTS = "select count(*) from wagtail_localize_stringtranslation where data = ?"


class Stored:
    """One page or snippet, by the number in the address of its editor."""

    def __init__(self, database: Path, thing: Thing, number: str):
        self._database, self._thing, self._number = f"file:{database}?mode=ro", thing, number

    def _row(self, query: str, *values):
        with closing(sqlite3.connect(self._database, uri=True, timeout=20)) as connection:
            return connection.execute(query, values).fetchone()

    def _of_thing(self, query: str):
        query = query.format(table=self._thing.table)
        return self._row(query, int(self._number))

    @property
    def words(self) -> str | None:
        """Of the field, in the latest version; None if there is no version."""
        found = self._of_thing(LATEST)
        return json.loads(found[0])[self._thing.field] if found else None

    @property
    def content(self) -> str:
        return self._of_thing(LATEST)[0]

    @property
    def is_scheduled(self) -> bool:
        return bool(self._of_thing(LATEST)[1])

    @property
    def is_live(self) -> bool:
        return bool(self._of_thing(STATE)[0])

    @property
    def latest_is_live(self) -> bool:
        live, same = self._of_thing(STATE)
        return bool(live and same)

    @property
    def workflow(self) -> str:
        """The status of the latest one, as Wagtail names it."""
        found = self._row(WORKFLOW, self._number, self._thing.table)
        return found[0] if found else ""

    def has_segment(self, words: str) -> bool:
        return bool(self._row(SEGMENTS, words)[0])
