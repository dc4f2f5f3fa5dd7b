"""PA digitale 2026, the calls for public bodies: CSV without identifiers. CC BY 4.0."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.text import slugify
from django.utils.translation import gettext as _

from ..builder import Builder
from ..mappings import SOURCES
from ..record import CallRecord, Refusal
from ..values.text import plain, truncate
from .rows import SourceRow
from .shared import read_rows, recipients, start, state

SOURCE = "pa-digitale"
TITLE, MEASURE, OPENS, CLOSES = "titolo", "misura", "data_inizio_bando", "data_fine_bando"
STATE, BUDGET, RECIPIENTS = "stato", "totale_importo_stanziato", "soggetti_destinatari"
REQUIRED = (TITLE, MEASURE, STATE)
COLUMNS = (*REQUIRED, OPENS, CLOSES, BUDGET, RECIPIENTS, "totale_importo_misura")
NUMBER = re.compile(r"\d+(?:\.\d+){1,2}(?=\s)")
MAX_NAME_LENGTH = 90


def read(rows: Iterable[SourceRow], today: date) -> Iterator[CallRecord | Refusal]:
    """The file has no identifiers: the title stands for one, and the opening day where a title returns."""
    first_days: dict[str, str] = {}
    rows = list(rows)
    for row in rows:
        name, day = _name(row), row.text(OPENS)
        first_days[name] = min(first_days.get(name, day), day)

    def call(row: SourceRow) -> CallRecord:
        name = _name(row)
        again = row.text(OPENS) != first_days[name]
        return _call(row, f"{name}-{row.text(OPENS)[:10]}" if again else name, today)

    return read_rows(rows, call, ("", TITLE))


def _name(row: SourceRow) -> str:
    """The title as an identifier; a long one keeps its end as a checksum."""
    title = row.text(TITLE)
    name = slugify(title)
    if len(name) > MAX_NAME_LENGTH:
        return f"{name[:MAX_NAME_LENGTH]}-{hashlib.sha256(plain(title).encode()).hexdigest()[:8]}"
    return name


def _call(row: SourceRow, identifier: str, today: date) -> CallRecord:
    call = start(row, SOURCE)
    call.title(TITLE)
    if not identifier.strip("-"):
        raise call.refuse(TITLE, _("the record has no usable identifier."))
    about = SOURCES[SOURCE]
    call.values |= {"kind": "notice", "grantor": about["grantor"], "whole_country": True}
    call.set("sub_measure", truncate(row.text(MEASURE), 80))
    if match := NUMBER.match(f"{row.text(MEASURE)} "):
        call.measure(MEASURE, f"{about['component']}I{match[0]}")
    call.day("opens_on", OPENS, hour="opens_at")
    call.day("closes_on", CLOSES, hour="closes_at")
    _state(call, today)
    call.amount("budget", BUDGET)
    recipients(call, RECIPIENTS, ";")
    call.set("source_id", identifier)
    return call.record(SOURCE, identifier)


def _state(call: Builder, today: date) -> None:
    """TERMINATO without a closing day, or before it: over, on a day that the source does not give."""
    closes, said = call.values.get("closes_on"), state(call, STATE)
    if said == "over" and (not closes or closes >= today.isoformat()):
        call.values["concluded"] = True
    if said == "suspended":
        call.values["suspended"] = True
