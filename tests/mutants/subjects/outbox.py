"""Faults of the outbox, by which the search hears of a change."""

from ..fault import listed

FAULTS = listed(
    "search/index/outbox.py",
    "search/test_outbox.py search/test_trouble.py",
    ("    cache_version.bump()\n", ""),
    ("    if not _deferring.get():\n        transaction", "    if True:\n        transaction"),
    ("            tasks.drain_remaining.enqueue()\n", "            pass\n"),
    ("if not deadline.left and", "if deadline.left and"),
    ("except EngineUnavailable as reason:", "except KeyError as reason:"),
    ("if drain and not _deferring.get():", "if drain:"),
    ("sync.drain(deadline=deadline)", "sync.drain()"),
    ("    except Exception:\n", "    except KeyError:\n"),
)
