"""Refused rows as a CSV with reasons, to be corrected and imported again."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from cms.formats.spreadsheets import defused

from .readers import cells_at
from .record import Refusal

HEADER = ("line", "identifier", "title", "reasons")


def write_refusals(source: str, file: Path, refusals: Sequence[Refusal]) -> Path | None:
    """Write the refused rows of ``file`` under the data folder and return where; ``None`` without any."""
    if not refusals:
        return None
    folder = Path(settings.DATA_DIR) / "imports"
    folder.mkdir(parents=True, exist_ok=True)
    moment = timezone.localtime().strftime("%Y-%m-%d-%H%M%S")
    path = _free(folder / f"{source}-{moment}-refused.csv")
    cells = cells_at(source, file, {refusal.line for refusal in refusals})
    columns = list(dict.fromkeys(name for row in cells.values() for name in row))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*HEADER, *map(_cell, columns)])
        for refusal in sorted(refusals, key=lambda refusal: refusal.line):
            about = (refusal.line, refusal.identifier, refusal.title, " · ".join(refusal.reasons))
            row = cells.get(refusal.line, {})
            writer.writerow([_cell(value) for value in (*about, *map(row.get, columns))])
    return path


def _free(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free


def _cell(value: Any) -> str:
    """One line of text that no spreadsheet computes. Several values as the source's own CSV writes them."""
    if isinstance(value, list | tuple):
        value = ",".join(str(item).replace(",", "\\,") for item in value)
    return defused("" if value is None else str(value))
