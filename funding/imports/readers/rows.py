"""One row of a source, wherever it comes from: cells by name, and where they stand in the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import location
from ..values.text import normalise_space

UNKNOWN = {"", "n/a", "n.d.", "nd", "null", "none", "-"}


@dataclass(frozen=True)
class SourceRow:
    """``cells`` by column name as the source writes them; ``columns`` their numbers, in a table."""

    line: int
    cells: Mapping[str, Any]
    columns: Mapping[str, int] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A cell as one line of text; empty where the source does not know, or nests a record."""
        value = self.cells.get(name)
        if isinstance(value, dict):
            return ""
        if isinstance(value, list | tuple):
            value = "; ".join(str(item) for item in value)
        value = normalise_space(str(value)) if value is not None else ""
        return "" if value.casefold() in UNKNOWN else value

    def long_text(self, name: str) -> str:
        """A cell with its line breaks."""
        value = self.cells.get(name)
        return "" if value is None or not self.text(name) else str(value).strip()

    def where(self, name: str) -> str:
        """“line 7, column 12 (Titolo)”: where the cell stands."""
        return location(self.line, self.columns.get(name), name)
