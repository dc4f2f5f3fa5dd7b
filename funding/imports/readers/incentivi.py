"""incentivi.gov.it, the national catalogue of incentives: JSON, or CSV of 29 columns. IODL 2.0."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from cms.vocabularies import AID_FORMS, BENEFICIARIES, COSTS, PURPOSES, SECTORS, SIZES, TERRITORIES

from ..builder import Builder
from ..mappings import WORDING
from ..record import CallRecord, Refusal
from ..values.ateco import parse_ateco
from ..values.links import find_links
from ..values.note import read_dates_note
from ..values.text import first_sentences, normalise_space, truncate, without_markup
from .rows import SourceRow
from .shared import kind_of, official_name, read_rows, start

SOURCE = "incentivi"
REQUIRED = ("ID_Incentivo", "Titolo")
COLUMNS = (
    *REQUIRED,
    "Descrizione",
    "Obiettivo_Finalita",
    "Data_apertura",
    "Data_chiusura",
    "Note_di_apertura_chiusura",
    "Dimensioni",
    "Tipologia_Soggetto",
    "Forma_agevolazione",
    "Costi_Ammessi",
    "Spesa_Ammessa_min",
    "Spesa_Ammessa_max",
    "Agevolazione_Concedibile_min",
    "Agevolazione_Concedibile_max",
    "Settore_Attivita",
    "Codici_ATECO",
    "Regioni",
    "Comuni",
    "Ambito_territoriale",
    "Soggetto_Concedente",
    "Base_normativa_primaria",
    "Base_normativa_secondaria",
    "Provvedimento_attuativo",
    "Gazzetta_ufficiale",
    "Stanziamento_incentivo",
    "Link_istituzionale",
    "Altre_caratteristiche",
    "Data_ultimo_aggiornamento",
)
LIST_FIELDS = (
    ("purposes", "Obiettivo_Finalita", PURPOSES),
    ("sizes", "Dimensioni", SIZES),
    ("beneficiaries", "Tipologia_Soggetto", BENEFICIARIES),
    ("aid_forms", "Forma_agevolazione", AID_FORMS),
    ("costs", "Costi_Ammessi", COSTS),
    ("sectors", "Settore_Attivita", SECTORS),
    ("territories", "Ambito_territoriale", TERRITORIES),
)
SUMMARY = 300
IDENTIFIER = 100
MEASURE = re.compile(r"\bM[1-7]C\d[IR]\d+(?:\.\d+){0,2}\b", re.IGNORECASE)
HEADINGS = re.compile(
    "|".join(rf"\b{re.escape(text)}(?=\s)" for text in WORDING["description_headings"]).replace("'", "['’]")
)


def read(rows: Iterable[SourceRow], today: date) -> Iterator[CallRecord | Refusal]:
    return read_rows(rows, _call, REQUIRED)


def _call(row: SourceRow) -> CallRecord:
    call = start(row, SOURCE)
    identifier = row.text("ID_Incentivo")
    if not identifier or len(identifier) > IDENTIFIER:
        raise call.refuse("ID_Incentivo", _("the record has no usable identifier."))
    call.title("Titolo")
    _pnrr(call)
    _description(call)
    _dates(call)
    for field, name, vocabulary in LIST_FIELDS:
        call.codes(field, name, vocabulary)
    call.amount("spend_min", "Spesa_Ammessa_min", is_minimum=True)
    call.amount("spend_max", "Spesa_Ammessa_max")
    call.amount("grant_min", "Agevolazione_Concedibile_min", is_minimum=True)
    call.amount("grant_max", "Agevolazione_Concedibile_max")
    call.amount("budget", "Stanziamento_incentivo")
    call.set("ateco", parse_ateco(row.text("Codici_ATECO")))
    call.regions("Regioni")
    call.set("municipalities", ", ".join(_municipalities(row)))
    call.set("grantor", official_name(row.text("Soggetto_Concedente")))
    acts = ("Base_normativa_primaria", "Base_normativa_secondaria", "Provvedimento_attuativo")
    call.acts(*acts, "Gazzetta_ufficiale", link_of=find_links)
    _link(call)
    call.set("source_id", identifier)
    call.day("source_updated_on", "Data_ultimo_aggiornamento", vital=False)
    return call.record(SOURCE, identifier)


def _pnrr(call: Builder) -> None:
    """A measure that the title names; a call of the PNRR says so there."""
    title = call.values["official_title"]
    call.set("kind", kind_of(title, "incentive"))
    if match := MEASURE.search(title):
        call.measure("Titolo", match[0])
    if "measure" in call.values:
        call.values["programme"] = "PNRR"


def _description(call: Builder) -> None:
    """The source's own text, under its own headings; its first sentences are the summary."""
    text = without_markup(call.row.long_text("Descrizione"))
    if not text:
        return
    starts = [match.start() for match in HEADINGS.finditer(text)] or [0]
    if starts[0] > 0:
        starts.insert(0, 0)
    for begin, end in zip(starts, [*starts[1:], len(text)], strict=True):
        heading = HEADINGS.match(text, begin)
        part = text[heading.end() if heading else begin : end].strip()
        if part and heading:
            call.heading(heading[0])
        call.paragraphs(part)
        if part and "summary" not in call.values:
            call.values["summary"] = first_sentences(normalise_space(part), SUMMARY)


def _dates(call: Builder) -> None:
    call.day("opens_on", "Data_apertura", hour="opens_at")
    call.day("closes_on", "Data_chiusura", hour="closes_at")
    note = without_markup(call.row.long_text("Note_di_apertura_chiusura"))
    if note:
        read_dates_note(call, "Note_di_apertura_chiusura", note)


def _municipalities(row: SourceRow) -> list[str]:
    value = row.cells.get("Comuni")
    parts = value if isinstance(value, list | tuple) else row.text("Comuni").split(";")
    return list(dict.fromkeys(text for part in parts if (text := normalise_space(str(part)))))


def _link(call: Builder) -> None:
    text = call.row.text("Link_istituzionale")
    if links := find_links(text):
        call.values["official_page"] = links[0]
    elif text:
        message = _("“%(text)s” is not a web address: left out.")
        call.warn("Link_istituzionale", message % {"text": truncate(text, 80)})
