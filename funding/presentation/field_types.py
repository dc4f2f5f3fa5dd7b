"""Sorts of values that a sheet has: how each is told as data, described by a schema, laid out in a table."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from cms.constants import ROME
from cms.formats.plain_text import printable
from cms.vocabularies import Vocabulary

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class FieldType:
    """``encode`` makes JSON of a known value, ``cells`` makes the cells of a table of that JSON.

    What is not known is ``null`` in JSON, an empty list where there could be many, and an empty cell.
    """

    schema: Schema
    encode: Callable[[Any], Any]
    cells: Callable[[Any], list] = field(default=lambda value: [value])
    with_codes: bool = False
    vocabulary: Vocabulary | None = None

    def value(self, raw: Any) -> Any:
        return self.encode(raw) if raw not in (None, "") else None


def _optional(kind: str, **more: Any) -> Schema:
    return {"type": [kind, "null"], **more}


def number(amount: Decimal) -> int | float:
    """An amount as JSON has it: exact for anything below ten thousand milliards."""
    return int(amount) if amount == int(amount) else float(amount)


TEXT = FieldType(_optional("string"), lambda raw: printable(str(raw)))
ADDRESS = FieldType(_optional("string", format="uri"), lambda raw: printable(str(raw)))
DAY = FieldType(_optional("string", format="date"), date.isoformat)
MONTH = FieldType(_optional("string", pattern="^[0-9]{4}-[0-9]{2}$"), lambda raw: f"{raw:%Y-%m}")
HOUR = FieldType(_optional("string", pattern="^[0-2][0-9]:[0-5][0-9]$"), str)
MOMENT = FieldType(
    _optional("string", format="date-time"),
    lambda raw: datetime.isoformat(raw.astimezone(ROME), timespec="seconds"),
)
EURO = FieldType(_optional("number", minimum=0), number)
PERCENT = FieldType(_optional("number", minimum=0, maximum=100), number)
COUNT = FieldType(_optional("integer", minimum=0), int)
YES_OR_NO = FieldType({"type": "boolean"}, bool, lambda value: [_("Yes") if value else _("No")])
BODY = FieldType(
    _optional(
        "object",
        properties={
            "slug": {"type": "string"},
            "name": {"type": "string"},
            "website": _optional("string", format="uri"),
        },
        required=["slug", "name", "website"],
    ),
    lambda raw: {
        "slug": raw.slug,
        "name": printable(raw.name),
        "website": printable(raw.website) or None,
    },
    lambda value: [value and value["name"]],
)


def _coded(codes: Iterable[str] | None) -> dict[str, Any]:
    code: dict[str, Any] = {"type": "string"}
    if codes is not None:
        code["enum"] = list(codes)
    return {"properties": {"code": code, "label": {"type": "string"}}, "required": ["code", "label"]}


def one_of(labels: Iterable[tuple[str, str | Promise]]) -> FieldType:
    """A code of a list of pairs."""
    known = dict(labels)
    return FieldType(
        _optional("object", **_coded(known)),
        lambda raw: {"code": str(raw), "label": str(known.get(raw, raw))},
        lambda value: [value["label"], value["code"]] if value else [None, None],
        with_codes=True,
    )


def some_of(vocabulary: Vocabulary) -> FieldType:
    """Codes of a closed list."""
    return FieldType(
        {"type": "array", "items": {"type": "object", **_coded(vocabulary.codes)}},
        lambda raw: [{"code": code, "label": vocabulary.official_label(code)} for code in raw],
        _labels_and_codes,
        with_codes=True,
        vocabulary=vocabulary,
    )


def _labels_and_codes(value: list[dict[str, str]]) -> list[str]:
    return ["; ".join(one[part] for one in value) for part in ("label", "code")]


TOPICS = FieldType(
    {"type": "array", "items": {"type": "object", **_coded(None)}},
    lambda raw: [{"code": topic.slug, "label": printable(topic.name)} for topic in raw],
    _labels_and_codes,
    with_codes=True,
)
