"""One document with everything in it. What an engine makes of it tells by which rules an index is filled, so
that one filled by others is noticed, even if all its fields are the same."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import blake2b

from cms.searchable import AttachedText, SearchDocument

MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
EXAMPLE = SearchDocument(
    page_id=1,
    language="it",
    type="funding",
    title="«L’università», PMI & start-up",
    url="/it/bandi/esempio/",
    summary="Contributi a fondo perduto",
    facts="M1C3 I1.3\nLazio",
    body="Che cos’è\nUn bando per i musei.",
    keywords="M1C3I1.3",
    day=MOMENT.date(),
    updated=MOMENT,
    facets={"region": ("ITI4", "ITF1"), "topic": ()},
    numbers={"grant_min": Decimal("1000.50"), "grant_max": Decimal(90_000)},
    moments={
        "opens": MOMENT,
        "closes": MOMENT.replace(year=2027),
        "closed_early_at": MOMENT.replace(year=2028),
    },
    flags={"suspended": False, "results_pending": True},
    attachments=(AttachedText("Modulo", "/documents/1/", "Da compilare"),),
)
BARE = SearchDocument(page_id=2, language="it", type="news", title="Notizia", url="/", day=date(2026, 1, 1))
UNDATED = SearchDocument(
    page_id=3, language="it", type="funding", title="Bando", url="/b/", flags={"undated": True}
)


def filling(fill: Callable[[SearchDocument], object]) -> str:
    """What ``fill`` makes of the examples, in a few letters."""
    return blake2b(repr([fill(EXAMPLE), fill(BARE), fill(UNDATED)]).encode(), digest_size=8).hexdigest()
