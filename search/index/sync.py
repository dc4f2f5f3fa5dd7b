"""Brings the index up to date with the outbox."""

from collections.abc import Iterable

from django.conf import settings

from cms import cache_version

from ..engines import get_engine
from ..engines.base import Deadline, EngineUnavailable
from ..models import OutboxEntry
from .documents import BATCH, read_documents

# So few at a time where somebody waits: the time that is left is looked at in between.
SMALL_BATCH = 20


def drain(*languages: str, deadline: Deadline | None = None) -> int:
    """Index every page that waits, or those of some languages; return how many entries were done.

    Drains at the same time do no harm: the engine sees to it that an older reading of a page never replaces
    a newer one. ``EngineUnavailable`` leaves entries waiting, but those of one language never keep another's
    waiting. With a ``deadline`` the latest entries come first, and what is not done by then waits.
    """
    done, first_error = 0, None
    for language in _languages_waiting():
        if languages and language not in languages:
            continue
        try:
            done += _drain(language, deadline)
        except EngineUnavailable as reason:
            first_error = first_error or reason
    if done:
        # Cached search pages tell of the index as it was.
        cache_version.bump()
    if first_error:
        raise first_error
    return done


def _languages_waiting() -> list[str]:
    """A language that the site has given up has no index that could hear of anything: its entries go."""
    noted = OutboxEntry.objects.order_by("language").values_list("language", flat=True).distinct()
    waiting = [language for language in noted if language in dict(settings.LANGUAGES)]
    if len(waiting) < len(noted):
        OutboxEntry.objects.exclude(language__in=dict(settings.LANGUAGES)).delete()
    return waiting


def _drain(language: str, deadline: Deadline | None) -> int:
    done, last = 0, None
    while entries := _next_entries(language, last, bool(deadline)):
        done += _index(language, entries, deadline)
        last = next(reversed(entries))
        if deadline and (not deadline.left or len(entries) < SMALL_BATCH):
            break
    return done


def _next_entries(language: str, last: int | None, latest_first: bool) -> dict[int, int]:
    """Entries and their pages: those after ``last``, in the order in which they are to be done."""
    waiting = OutboxEntry.objects.filter(language=language)
    if latest_first:
        waiting = waiting.order_by("-pk") if last is None else waiting.filter(pk__lt=last).order_by("-pk")
    else:
        waiting = waiting.filter(pk__gt=last or 0).order_by("pk")
    return dict(waiting.values_list("pk", "page_id")[: SMALL_BATCH if latest_first else BATCH])


def _index(language: str, entries: dict[int, int], deadline: Deadline | None) -> int:
    """Index the pages of the entries as they are now, then cross the entries off."""
    failed = index_pages(language, set(entries.values()), deadline)
    if failed is None:
        return 0
    done = [entry for entry, page in entries.items() if page not in failed]
    OutboxEntry.objects.filter(pk__in=done).delete()
    return len(done)


def index_pages(language: str, pages: Iterable[int], deadline: Deadline | None = None) -> set[int] | None:
    """Index these pages as they are now. Returns those whose document could not be made; None while a new
    index is being filled, which will have to be told as well."""
    engine, pages = get_engine(), set(pages)
    with engine.changes(language, deadline) as changes:
        # Asked before the pages are read: a new index begun later reads the same pages or newer ones,
        # one begun earlier has to be told, so its entries stay until it is in place.
        being_rebuilt = engine.rebuilding(language, deadline)
        batch = read_documents(language, pages)
        changes.remove(pages - batch.failed)
        changes.put(batch.documents)
    return None if being_rebuilt else batch.failed
