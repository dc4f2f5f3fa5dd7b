"""Brings the index up to date with the outbox."""

from portal.core import generation

from .documents import BATCH, read_documents
from .engines import get_engine
from .engines.base import EngineUnavailable
from .models import OutboxEntry


def drain(*languages: str) -> int:
    """Index every page that waits, or those of some languages; return how many entries were done.

    Two drains at once do no harm: each reads its pages while it holds the engine's turn to write, so an
    older reading never replaces a newer one. ``EngineUnavailable`` leaves entries waiting, but those of
    one language never keep another's waiting.
    """
    waiting = OutboxEntry.objects.order_by("language").values_list("language", flat=True).distinct()
    if languages:
        waiting = waiting.filter(language__in=languages)
    done, trouble = 0, None
    for language in list(waiting):
        try:
            done += _drain(language)
        except EngineUnavailable as reason:
            trouble = trouble or reason
    if done:
        # Cached search pages tell of the index as it was.
        generation.advance()
    if trouble:
        raise trouble
    return done


def _drain(language: str) -> int:
    done, after = 0, 0
    while entries := _next_entries(language, after):
        done += _index(language, entries)
        after = max(entries)
    return done


def _next_entries(language: str, after: int) -> dict[int, int]:
    """Entries and their pages, oldest first."""
    waiting = OutboxEntry.objects.filter(language=language, pk__gt=after).order_by("pk")
    return dict(waiting.values_list("pk", "page_id")[:BATCH])


def _index(language: str, entries: dict[int, int]) -> int:
    """Index the pages of the entries as they are now, then cross the entries off."""
    engine = get_engine()
    with engine.changes(language) as changes:
        # Asked before the pages are read: a new index begun later reads the same pages or newer ones,
        # one begun earlier has to be told, so its entries stay until it is in place.
        being_rebuilt = engine.rebuilding(language)
        batch = read_documents(language, set(entries.values()))
        changes.remove(set(entries.values()) - batch.failed)
        changes.put(batch.documents)
    if being_rebuilt:
        return 0
    done = [entry for entry, page in entries.items() if page not in batch.failed]
    OutboxEntry.objects.filter(pk__in=done).delete()
    return len(done)
