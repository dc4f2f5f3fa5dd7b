"""What was measured, beside what must hold."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """``limit`` is what ``measured`` may be at the most; ``unit`` stands behind both."""

    part: str
    what: str
    measured: float
    limit: float
    unit: str = ""

    @property
    def holds(self) -> bool:
        return self.measured <= self.limit


def table(figures: list[Figure]) -> str:
    rows = [
        (
            each.part,
            each.what,
            f"{each.measured:g} {each.unit}".strip(),
            f"{each.limit:g} {each.unit}".strip(),
            "" if each.holds else "DOES NOT HOLD",
        )
        for each in figures
    ]
    rows.insert(0, ("part", "what", "measured", "at most", ""))
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
