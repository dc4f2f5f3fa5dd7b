"""Italia Domani, the calls of the PNRR: CSV with semicolons, one call on several rows. CC BY 4.0."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from django.utils.html import escape
from django.utils.translation import gettext as _

from ..builder import Builder
from ..errors import RowError
from ..record import CallRecord, Refusal
from ..values.links import find_links
from ..values.text import normalise_space, plain, truncate
from .rows import SourceRow
from .shared import NAME, kind_of, official_name, recipients, start, state

SOURCE = "italia-domani"
MEASURE, SERIAL, TITLE = "Codice Univoco Submisura", "Numero seriale", "Titolo Bando o Avviso"
GRANTOR, TENDER, PNRR = "Soggetto emanante", "Importo complessivo gara", "Importo previsto PNRR"
OPENS, CLOSES, STATE = "Data apertura bando", "Data chiusura effettiva bando", "Stato del Bando"
UNTIL_SPENT, LINK, LOT_CODE = "Fino ad esaurimento risorse", "Link al bando", "CIG"
RECIPIENTS, UPDATED = "Destinatari del Bando o dell’Avviso", "Data aggiornamento-osservazione bandi"
MEASURE_NAME = "Descrizione Submisura"
REQUIRED = (MEASURE, SERIAL, TITLE)
COLUMNS = (
    *REQUIRED,
    *(MEASURE_NAME, GRANTOR, TENDER, PNRR, OPENS, CLOSES, STATE),
    *(UNTIL_SPENT, LINK, LOT_CODE, RECIPIENTS, UPDATED),
)
LOT = re.compile(r"[\s,.;:(–-]*\blotto\s+(?:n\.?\s*)?\d+\b", re.IGNORECASE)
MIN_BASE_LENGTH = 20  # signs that a title must keep in front of "Lotto 2" to stand for the whole call
PROGRAMME = 200


def read(rows: Iterable[SourceRow], today: date) -> Iterator[CallRecord | Refusal]:
    """The rows of one call together, in the order of their first ones."""
    calls: dict[tuple, list[SourceRow]] = {}
    for row in rows:
        calls.setdefault(_call_of(row), []).append(row)
    for lots in calls.values():
        lots.sort(key=lambda row: (_serial(row), row.line))
        try:
            yield _call(lots)
        except RowError as error:
            for row in lots:
                yield Refusal(row.line, (str(error),), row.text(SERIAL), truncate(row.text(TITLE), NAME))


def _call_of(row: SourceRow) -> tuple:
    """Rows are one call when measure, body, days, recipients and the title up to its lot are the same."""
    names = (MEASURE, GRANTOR, OPENS, CLOSES, RECIPIENTS)
    key = tuple(plain(row.text(name)) for name in names)
    title = row.text(TITLE)
    # Rows without a title or a number are never one call: each is refused for itself.
    alone = () if title and row.text(SERIAL) else (row.line,)
    return (*key, plain(_without_lot(title)).strip(" .,;:"), *alone)


def _without_lot(title: str) -> str:
    match = LOT.search(title)
    return title[: match.start()] if match and match.start() >= MIN_BASE_LENGTH else title


def _serial(row: SourceRow) -> int:
    text = row.text(SERIAL)
    return int(text) if text.isdecimal() and len(text) < 15 else 0


def _call(lots: list[SourceRow]) -> CallRecord:
    """The first lot tells of the call; the identifier is its serial number, the lowest."""
    row = lots[0]
    call = start(row, SOURCE)
    identifier = row.text(SERIAL)
    if not identifier or len(identifier) > 100:
        raise call.refuse(SERIAL, _("the record has no usable identifier."))
    title = row.text(TITLE)
    titles = {normalise_space(lot.text(TITLE)) for lot in lots}
    call.title(TITLE, title if len(titles) == 1 else _without_lot(title))
    call.set("kind", kind_of(title, "pnrr"))
    call.measure(MEASURE, row.text(MEASURE))
    if name := row.text(MEASURE_NAME):
        call.values["programme"] = truncate(f"PNRR, {name}", PROGRAMME)
    call.set("grantor", official_name(row.text(GRANTOR)))
    _dates(call, lots)
    _budget(call, lots)
    _links(call, lots)
    recipients(call, RECIPIENTS, ";,")
    if len(lots) > 1:
        _list_of_lots(call, lots)
    call.set("source_id", identifier)
    return call.record(SOURCE, identifier)


def _dates(call: Builder, lots: list[SourceRow]) -> None:
    call.day("opens_on", OPENS, hour="opens_at")
    call.day("closes_on", CLOSES, hour="closes_at")
    days = []
    for lot in lots:
        of_lot = Builder(lot)
        of_lot.day("source_updated_on", UPDATED, vital=False)
        call.warnings += of_lot.warnings
        days.append(of_lot.values.get("source_updated_on", ""))
    call.set("source_updated_on", max(days))
    if plain(call.row.text(UNTIL_SPENT)) == "si":
        call.set("dates_note", UNTIL_SPENT)
        if "closes_on" not in call.values:
            call.values["no_deadline"] = True
    _states(call, lots)


def _states(call: Builder, lots: list[SourceRow]) -> None:
    """The call is over, or suspended, when all its lots are."""
    said = set()
    for lot in lots:
        of_lot = Builder(lot)
        said.add(state(of_lot, STATE))
        call.warnings += of_lot.warnings
    if said == {"over"}:
        _over(call)
    if said == {"suspended"}:
        call.values["suspended"] = True


def _over(call: Builder) -> None:
    """Over, on a day that the source does not give: none, or one after the day it was looked at."""
    closes, seen = call.values.get("closes_on"), call.values.get("source_updated_on")
    if not closes or (seen and closes > seen):
        call.values["concluded"] = True
        call.values.pop("no_deadline", None)


def _budget(call: Builder, lots: list[SourceRow]) -> None:
    """The whole call's: its lots together, where each of them tells its own."""
    amounts = [_amount(call, lot) for lot in lots]
    if all(amount is not None for amount in amounts):
        call.set("budget", str(sum(amounts)))


def _amount(call: Builder, lot: SourceRow) -> Decimal | None:
    """What the tender is worth, otherwise what the PNRR gives; noughts are placeholders."""
    of_lot = Builder(lot)
    for name in (TENDER, PNRR):
        if "budget" not in of_lot.values:
            of_lot.amount("budget", name)
    call.warnings += of_lot.warnings
    return Decimal(of_lot.values["budget"]) if "budget" in of_lot.values else None


def _links(call: Builder, lots: list[SourceRow]) -> None:
    """The first address is the call's page; the others are its documents."""
    links = list(dict.fromkeys(link for lot in lots for link in find_links(lot.long_text(LINK))))
    text = call.row.text(LINK)
    if links:
        call.values["official_page"] = links[0]
    elif text:
        call.warn(LINK, _("“%(text)s” is not a web address: left out.") % {"text": truncate(text, 80)})
    documents = [
        {
            "title": truncate(link.split("://", 1)[1], 200),
            "file": None,
            "link": link,
            "day": None,
            "language": "",
        }
        for link in links[1:]
    ]
    call.set("documents", [{"type": "document", "value": document} for document in documents])


def _list_of_lots(call: Builder, lots: list[SourceRow]) -> None:
    """What distinguishes the lots, as the source tells it, in a list below the facts."""
    shared = len(call.values["official_title"]) if len({lot.text(TITLE) for lot in lots}) > 1 else None
    items = []
    for lot in lots:
        own = "" if shared is None else lot.text(TITLE)[shared:].strip(" ,.;:–-")
        amount = lot.text(TENDER) or lot.text(PNRR)
        code = lot.text(LOT_CODE)
        facts = [own or f"n. {lot.text(SERIAL)}", code and f"CIG {code}", amount and f"{amount} €"]
        items.append(f"<li>{escape(', '.join(fact for fact in facts if fact))}</li>")
    call.heading("Lotti")
    call.values["body"].append({"type": "text", "value": f"<ul>{''.join(items)}</ul>"})
