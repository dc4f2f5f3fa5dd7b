"""Makes a language's index anew from the pages, beside the one in use."""

import logging
from collections.abc import Callable

from cms import cache_version

from ..engines import get_engine
from ..engines.base import IndexDamaged
from ..models import OutboxEntry
from . import sync
from .documents import document_batches, searchable_pages

logger = logging.getLogger(__name__)


def rebuild(language: str, progress: Callable[[int], None] = lambda pages: None) -> int:
    """Build, swap, and bring in what has changed meanwhile. Returns the number of documents."""
    count = 0
    with get_engine().rebuild(language) as changes:
        for batch in document_batches(language):
            changes.put(batch.documents)
            count += len(batch.documents)
            progress(len(batch.documents) + len(batch.failed))
    # Its own entries only: on a new site the next language has no index to write to yet.
    sync.drain(language)
    cache_version.bump()
    logger.info("The search index for “%s” has been built: %s documents.", language, count)
    return count


def needs_rebuild(language: str) -> str:
    """Why the index must be built anew; empty when it can stay as it is."""
    engine = get_engine()
    try:
        engine.check(language)
    except IndexDamaged as damage:
        return str(damage)
    if engine.has_missed(language):
        return f"The index for “{language}” lacks changes that another release has brought in."
    held, expected = engine.count(language), searchable_pages(language).count()
    if held != expected and not OutboxEntry.objects.filter(language=language).exists():
        return f"The index for “{language}” holds {held} documents of {expected} pages."
    return ""
