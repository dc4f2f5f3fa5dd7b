"""One call as a source tells of it, in the sheet's own fields."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

ORGANISATION_FIELDS = ("grantor", "managing_body")


@dataclass(frozen=True)
class CallRecord:
    """``values`` by name of a field of ``FundingSheetPage``, as JSON: days ISO, amounts as text, lists of
    codes in the vocabulary's order, streams as blocks without identifiers, bodies by their official name.

    A field that the source does not tell is not among them, and is never touched.
    """

    source: str
    identifier: str
    values: Mapping[str, Any]
    line: int
    warnings: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return self.values["title"]

    @property
    def organisations(self) -> dict[str, str]:
        """Official names by field."""
        return {name: self.values[name] for name in ORGANISATION_FIELDS if self.values.get(name)}

    @cached_property
    def fingerprint(self) -> str:
        """Changes with any value, and only then."""
        text = json.dumps(self.values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Refusal:
    """A row that cannot be used, and why, with its place in the file."""

    line: int
    reasons: tuple[str, ...]
    identifier: str = ""
    title: str = ""
