"""Facts of several sheets, line by line, and which lines differ. No Django."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol

from cms.presentation import Fact


class FactGroupProtocol(Protocol):
    """Some lines under a heading."""

    title: str
    facts: Sequence[Fact]


@dataclass(frozen=True)
class ComparisonRow:
    """One line: a cell for each sheet under its title, None where the sheet leaves the line out."""

    key: str
    label: str
    cells: tuple[tuple[str, Fact | None], ...]

    @property
    def differs(self) -> bool:
        """Whether the sheets say different things. Something said and nothing said differ, too."""
        return len({_said(cell) for _title, cell in self.cells}) > 1

    @property
    def same(self) -> bool:
        """Whether one cell can stand for all of them, its address included."""
        return len({cell for _title, cell in self.cells}) == 1


@dataclass(frozen=True)
class ComparisonSection:
    """Some rows under a heading."""

    title: str
    rows: tuple[ComparisonRow, ...]


def side_by_side(
    columns: Sequence[tuple[str, Iterable[FactGroupProtocol]]], order: Sequence[str]
) -> list[ComparisonSection]:
    """The lines of all sheets, each once, in the order of the keys in ``order``.

    A column is the title of a sheet and its lines by group.
    """
    lines: dict[str, tuple[str, str]] = {}
    facts: list[tuple[str, dict[str, Fact]]] = []
    for title, groups in columns:
        known: dict[str, Fact] = {}
        for group in groups:
            for fact in group.facts:
                lines.setdefault(fact.key, (group.title, fact.label))
                known[fact.key] = fact
        facts.append((title, known))
    position = {key: index for index, key in enumerate(order)}
    keys = sorted(lines, key=lambda key: position.get(key, len(position)))
    rows = {
        key: ComparisonRow(key, lines[key][1], tuple((title, known.get(key)) for title, known in facts))
        for key in keys
    }
    return [
        ComparisonSection(heading, tuple(rows[key] for key in found))
        for heading, found in groupby(keys, lambda key: lines[key][0])
    ]


def only_different(sections: Iterable[ComparisonSection]) -> list[ComparisonSection]:
    """The rows that differ; a heading without any is left out."""
    kept = (replace(one, rows=tuple(row for row in one.rows if row.differs)) for one in sections)
    return [one for one in kept if one.rows]


def differing_first(sections: Iterable[ComparisonSection], heading: str) -> list[ComparisonSection]:
    """What tells them apart under its own headings, then under ``heading`` what all of them say."""
    sections = list(sections)
    alike = tuple(row for one in sections for row in one.rows if not row.differs)
    return [*only_different(sections), *([ComparisonSection(heading, alike)] if alike else [])]


def _said(cell: Fact | None) -> tuple:
    """What a cell says, whatever the order, the case and the spaces in which it is said."""
    if cell is None or not (cell.values or cell.note):
        return ()
    return (*sorted(_plain(value) for value in cell.values), _plain(cell.note))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
