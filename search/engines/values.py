"""What of a page every engine keeps beside its texts, in numbers and plain data that any of them can hold."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from cms.searchable import AttachedText, SearchDocument
from search.language.text import clean
from search.query import FoundIn, Hit

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = 1_000_000  # in microseconds, as all moments here
LONG_PAST = 0
FAR_FUTURE = 253_370_764_800_000_000  # the year 9999
LAST_OF_ALL = FAR_FUTURE + SECOND
MAX_CENTS = 10**17


def microseconds(moment: datetime) -> int:
    return min((moment - EPOCH) // timedelta(microseconds=1), FAR_FUTURE)


def cents(amount: Decimal | int) -> int:
    return min(int(Decimal(amount) * 100), MAX_CENTS)


def moments_of(source: SearchDocument) -> dict[str, int]:
    """All moments of ``MOMENTS``, in microseconds. An end that is not known never comes, an opening has."""
    known = {name: microseconds(moment) for name, moment in source.moments.items() if moment is not None}
    opens = known.get("opens", LONG_PAST)
    closes, closed_early_at = (known.get(name, FAR_FUTURE) for name in ("closes", "closed_early_at"))
    ends = min(closes, max(closed_early_at - SECOND, LONG_PAST))
    if source.flags.get("undated") and closed_early_at == FAR_FUTURE:
        ends = LAST_OF_ALL
    return {"opens": opens, "closes": closes, "closed_early_at": closed_early_at, "ends": ends}


def facets_of(source: SearchDocument) -> dict[str, list[str]]:
    """The values of each facet, each once."""
    facets = {
        name: list(dict.fromkeys(map(clean, map(str, values)))) for name, values in source.facets.items()
    }
    facets["type"] = [source.type]
    if source.day:
        facets["year"] = [str(source.day.year)]
    return facets


def card_of(source: SearchDocument, texts: dict[str, str], attached: list[AttachedText]) -> dict:
    """What a hit shows of the page. ``attached``: whose texts the index holds, in order."""
    return {
        "page_id": source.page_id,
        "type": source.type,
        "title": texts["title"],
        "url": source.url,
        "summary": texts["summary"],
        "day": source.day.isoformat() if source.day else None,
        "moments": {name: moment.isoformat() for name, moment in source.moments.items() if moment},
        "flags": dict(source.flags),
        "attached": [{"title": clean(each.title), "url": each.url} for each in attached],
    }


def hit_of(
    card: dict, highlight: str, found_in: FoundIn | None, pinned: bool, lacking: tuple[str, ...]
) -> Hit:
    """The hit that a card tells of."""
    shown = {name: card[name] for name in ("page_id", "type", "title", "url", "summary", "flags")}
    return Hit(
        **shown,
        highlight=highlight,
        found_in=found_in,
        pinned=pinned,
        lacking=lacking,
        day=date.fromisoformat(card["day"]) if card["day"] else None,
        moments={name: datetime.fromisoformat(moment) for name, moment in card["moments"].items()},
    )
