"""Figures with and without signs between their thousands: "15.000", "15 000", "15000"."""

import re

_GROUPED = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+", re.ASCII)
_WHOLE = re.compile(r"[1-9]\d{3,11}", re.ASCII)


def is_grouped(text: str) -> bool:
    """Whether ``text`` is a figure with its thousands apart."""
    return bool(_GROUPED.fullmatch(text))


def other_forms(text: str) -> list[str]:
    """The other way of writing a figure; a year is only a year."""
    if is_grouped(text):
        return [re.sub(r"\D", "", text)]
    if _WHOLE.fullmatch(text) and not (len(text) == 4 and text[:2] in ("19", "20", "21")):
        return [f"{int(text):,}".replace(",", " ")]
    return []
