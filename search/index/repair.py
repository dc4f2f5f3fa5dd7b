"""Rebuilds a missing or damaged index by itself, in the background, while the site stays up."""

import logging
import threading
import time

from django.conf import settings
from django.db import connection

from ..engines import get_engine
from ..engines.base import EngineUnavailable
from .rebuild import rebuild

logger = logging.getLogger(__name__)

# A visitor waits this long at most: most sites' indexes are made in less, and then nobody notices.
TIMEOUT_SECONDS = 2.0
# Not again before this many seconds, should a rebuild not mend what is wrong.
PAUSE = 10.0

_begun: dict[str, float] = {}
_lock = threading.Lock()


def on_damage(sender, language: str, reason: str, **kwargs) -> None:
    """Begin a repair unless one is under way, and give it a moment to finish."""
    if not settings.SEARCH_SELF_REPAIR or not _first_to_notice(language):
        return
    logger.warning("Rebuilding the search index for “%s”: %s", language, reason)
    worker = threading.Thread(target=_repair, args=[language], name=f"search-repair-{language}", daemon=True)
    worker.start()
    worker.join(TIMEOUT_SECONDS)


def _first_to_notice(language: str) -> bool:
    known = language in dict(settings.LANGUAGES)
    with _lock:
        begun = _begun.get(language)
        if not known or (begun and time.monotonic() - begun < PAUSE) or get_engine().rebuilding(language):
            return False
        _begun[language] = time.monotonic()
        return True


def _repair(language: str) -> None:
    try:
        rebuild(language)
    except EngineUnavailable as reason:
        logger.warning("The search index for “%s” could not be rebuilt now: %s", language, reason)
    except Exception:
        logger.exception("The search index for “%s” could not be rebuilt.", language)
    finally:
        connection.close()
