"""The outbox: a change notes its pages in its own transaction, and the index hears of them after it.

An engine that is down, slow, locked or damaged never breaks an editor's save, nor holds it up for longer
than ``BUDGET_SECONDS``: what is noted waits, and the next change, the background worker or
``manage.py sync_search`` brings it in.
"""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Page

from cms import cache_version

from .. import tasks
from ..engines.base import Deadline, EngineUnavailable
from ..models import OutboxEntry
from . import sync

logger = logging.getLogger(__name__)

BUDGET_SECONDS = 0.8  # seconds of a request that publishes

_deferring: ContextVar[bool] = ContextVar("search_outbox_deferring", default=False)


def note(entries: Iterable[tuple[int, str]]) -> None:
    """Note pages, given as number and language, and drain the outbox as soon as they are committed.

    What was remembered before the change, such as that nothing is restricted, must not reach the index: the
    draining may begin before other signals of the same change have been heard.
    """
    rows = [OutboxEntry(page_id=page_id, language=language) for page_id, language in entries]
    if not rows:
        return
    cache_version.bump()
    OutboxEntry.objects.bulk_create(rows, batch_size=500)
    if not _deferring.get():
        transaction.on_commit(drain_quietly, robust=True)


def note_pages(pages: QuerySet[Page]) -> None:
    """Note all pages of a query."""
    note(pages.order_by("pk").values_list("pk", "locale__language_code"))


@contextmanager
def deferred(drain: bool = True) -> Iterator[None]:
    """Note changes without indexing each: a bulk load drains once, at the end.

    With ``drain=False`` not even then; for a load that is followed by a rebuild.
    """
    token = _deferring.set(True)
    try:
        yield
    finally:
        _deferring.reset(token)
        if drain and not _deferring.get():
            transaction.on_commit(drain_quietly, robust=True)


def drain_quietly() -> None:
    """Drain for a moment, and only log what goes wrong: the change itself has already been saved."""
    deadline = Deadline(BUDGET_SECONDS)
    try:
        sync.drain(deadline=deadline)
        if not deadline.left and OutboxEntry.objects.exists():
            tasks.drain_remaining.enqueue()
    except EngineUnavailable as reason:
        logger.warning("The search hears of the latest changes later: %s", reason)
    except Exception:
        logger.exception("The search hears of the latest changes later.")
