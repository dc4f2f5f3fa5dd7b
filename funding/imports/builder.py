"""Collects the values of one call from a row: what is not usable becomes a warning or refuses the row."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext as _

from cms.constants import ABROAD
from cms.vocabularies import COMPONENTS, REGIONS, Vocabulary
from funding.domain import measures

from .errors import RowError
from .mappings import REGION_NAMES
from .readers.rows import SourceRow
from .record import CallRecord
from .values.amounts import parse_amount
from .values.codes import codes_of, in_order, split_cell
from .values.days import parse_day, parse_hour
from .values.text import normalise_space, truncate, without_markup

TITLE = 255
ACT = 500
ITALIAN = frozenset(code for code in REGIONS.codes if code != ABROAD)


class Builder:
    """The values of one call. ``RowError`` ends it; warnings are kept for the preview."""

    def __init__(self, row: SourceRow):
        self.row = row
        self.values: dict[str, Any] = {}
        self.warnings: list[str] = []

    def record(self, source: str, identifier: str) -> CallRecord:
        return CallRecord(source, identifier, self.values, self.row.line, tuple(self.warnings))

    def warn(self, name: str, message: str) -> None:
        self.warnings.append(f"{self.row.where(name)}: {message}")

    def refuse(self, name: str, message: str) -> RowError:
        return RowError(f"{self.row.where(name)}: {message}")

    def set(self, field: str, value: Any) -> None:
        """Keep a value; what is empty is not known, so it is not kept."""
        if value not in (None, "", [], ()):
            self.values[field] = value

    def title(self, name: str, text: str | None = None) -> None:
        """The title as the source writes it; our short one is its beginning."""
        text = normalise_space(without_markup(self.row.text(name) if text is None else text))
        if not text:
            raise self.refuse(name, _("the call has no title."))
        self.values["official_title"] = text
        self.values["title"] = truncate(text, TITLE)

    def day(self, field: str, name: str, vital: bool = True, hour: str = "") -> None:
        """A day; one that cannot be read refuses the row, because without it the status would be wrong.
        ``hour`` is the field of the hour, where the source may give one."""
        if not (text := self.row.text(name)):
            return
        try:
            self.values[field] = parse_day(text).isoformat()
            if hour and (at := parse_hour(text)):
                self.values[hour] = at.isoformat()
        except ValueError:
            message = _("“%(text)s” is not a day that a call can have.") % {"text": truncate(text, 40)}
            if vital:
                raise self.refuse(name, message) from None
            self.warn(name, message)

    def amount(self, field: str, name: str, is_minimum: bool = False) -> None:
        """Euro. Zero is an amount only as the least one: a call of nothing is an empty field."""
        value = self.read_amount(name)
        if value is not None and (is_minimum or value >= 1):
            self.values[field] = str(value)
        elif value is not None:
            self.warn(name, _("%(text)s € is a placeholder: left empty.") % {"text": self.row.text(name)})

    def read_amount(self, name: str) -> Decimal | None:
        if not (text := self.row.text(name)):
            return None
        try:
            value = parse_amount(text)
        except ValueError as error:
            details = {"text": truncate(text, 40)}
            if str(error) == "negative":
                raise self.refuse(name, _("the amount %(text)s is negative.") % details) from None
            raise self.refuse(name, _("the amount %(text)s is too large.") % details) from None
        if value is None:
            self.warn(name, _("“%(text)s” is not an amount: left empty.") % {"text": truncate(text, 80)})
        return value

    def values_of(self, name: str) -> list[str]:
        """The values of a cell that may hold several."""
        value = self.row.cells.get(name)
        if isinstance(value, list | tuple):
            return [text for item in value if (text := normalise_space(str(item)))]
        return split_cell(self.row.text(name))

    def codes(self, field: str, name: str, vocabulary: Vocabulary) -> None:
        self.set(field, self.known_codes(name, self.values_of(name), vocabulary))

    def known_codes(self, name: str, values: Sequence[str], vocabulary: Vocabulary) -> list[str]:
        codes, unknown = codes_of(values, vocabulary)
        for value in unknown:
            self.warn(name, _("“%(text)s” is not in our list: left out.") % {"text": truncate(value, 80)})
        return codes

    def regions(self, name: str) -> None:
        """Regions; all of them, or a word for all, are the whole country."""
        values = self.values_of(name)
        named = [
            value for value in values if normalise_space(value).casefold() in REGION_NAMES["whole_country"]
        ]
        codes = self.known_codes(name, [value for value in values if value not in named], REGIONS)
        if named or set(codes) >= ITALIAN:
            self.values["whole_country"] = True
            codes = in_order({ABROAD} & set(codes), REGIONS)
        self.set("regions", codes)

    def measure(self, name: str, text: str) -> None:
        """A PNRR measure with its component and mission; a code of none of them is left out."""
        try:
            code = measures.normalise(text)
        except ValueError:
            code = ""
        if measures.component_of(code) not in COMPONENTS:
            self.warn(
                name, _("“%(text)s” is not a PNRR measure code: left out.") % {"text": truncate(text, 40)}
            )
            return
        self.values["component"] = measures.component_of(code)
        self.values["mission"] = measures.mission_of(code)
        self.values["measure"] = code

    def acts(self, *names: str, link_of: Callable[[str], list[str]]) -> None:
        """The legal basis: one act a cell, each once, with its address if the cell gives one."""
        acts: dict[str, dict] = {}
        for name in names:
            text = normalise_space(without_markup(self.row.long_text(name)))
            if text and text not in acts:
                links = link_of(text)
                acts[text] = {"act": truncate(text, ACT), "link": links[0] if links else ""}
        self.set("legal_basis", [{"type": "act", "value": act} for act in acts.values()])

    def requirement(self, text: str) -> None:
        """A condition in the source's own words."""
        block = {"type": "requirement", "value": {"text": text, "level": "needed"}}
        self.values.setdefault("requirements", []).append(block)

    def paragraphs(self, text: str) -> None:
        """Running text below the facts, every sign of it escaped."""
        html = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
        if html:
            self.values.setdefault("body", []).append({"type": "text", "value": html})

    def heading(self, text: str) -> None:
        self.values.setdefault("body", []).append({"type": "heading", "value": text})
