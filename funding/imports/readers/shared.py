"""What the readers have in common."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from cms.vocabularies import BENEFICIARIES, SIZES

from ..builder import Builder
from ..errors import RowError
from ..mappings import ORGANISATIONS, RECIPIENTS, SOURCES, WORDING
from ..record import CallRecord, Refusal
from ..values.codes import in_order
from ..values.text import normalise_space, plain, truncate
from .rows import SourceRow

NAME = 255
CALL_KINDS = WORDING["kinds"]
STATES = ("over", "suspended", "running", "draft")


def read_rows(
    rows: Iterable[SourceRow], build: Callable[[SourceRow], CallRecord], names: Sequence[str]
) -> Iterator[CallRecord | Refusal]:
    """A call a row. ``names`` are the columns of identifier and title, for what is refused."""
    for row in rows:
        try:
            yield build(row)
        except RowError as error:
            identifier, title = (truncate(row.text(name), NAME) if name else "" for name in names)
            yield Refusal(row.line, (str(error),), identifier, title)


def start(row: SourceRow, source: str) -> Builder:
    """A builder that knows whose data these are."""
    about = SOURCES[source]
    builder = Builder(row)
    builder.set("source_name", about["name"])
    builder.set("source_licence", about["licence"])
    builder.set("source_link", about["link"])
    builder.set("programme", about.get("programme"))
    return builder


def kind_of(title: str, usual: str) -> str:
    """What the call is, if its title begins with the word for it."""
    first = title.split(maxsplit=1)[0].strip('.,:-–"“«').casefold() if title else ""
    return CALL_KINDS.get(first, usual)


def official_name(text: str) -> str:
    """A body by its whole name, where the source abbreviates it."""
    return truncate(_OFFICIAL.get(normalise_space(text).casefold(), normalise_space(text)), NAME)


def recipients(builder: Builder, name: str, separators: str) -> None:
    """Who it is for: our codes for the words that we know, and all words as a requirement."""
    text = builder.row.text(name).strip(f"{separators} ")
    parts = re.split(f"[{re.escape(separators)}]", text)
    entries = [RECIPIENTS.get(plain(part), {}) for part in parts]
    for field, vocabulary in (("beneficiaries", BENEFICIARIES), ("sizes", SIZES)):
        codes = {code for entry in entries for code in entry.get(field, ())}
        builder.set(field, in_order(codes, vocabulary))
    if text:
        builder.requirement(text)


def state(builder: Builder, name: str) -> str:
    """“over”, “suspended” or “running”, as the source says; what we do not know is told, and left out. A
    draft is no call: it refuses the row."""
    said = builder.row.text(name)
    found = next((one for one in STATES if plain(said) in WORDING[one]), "")
    if found == "draft":
        raise builder.refuse(name, _("the source says “%(text)s”: a draft is no call.") % {"text": said})
    if said and not found:
        builder.warn(name, _("“%(text)s” is no state that we know: left out.") % {"text": truncate(said, 80)})
    return found


_OFFICIAL = {normalise_space(short).casefold(): name for short, name in ORGANISATIONS.items()}
