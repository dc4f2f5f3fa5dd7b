"""ATECO codes as open data write them: "ATECO 2025: 62.10; 62.1", bare codes, or prose. No Django here."""

import re

from .text import cut, tidy

CODE = re.compile(r"[A-Z]|\d{2}(\.\d{1,2}){0,2}")
EDITION = re.compile(r"(ATECO(?: \d{4})?)\s*:\s*", re.IGNORECASE)
LONGEST = 500


def parse_ateco(text: str) -> str:
    """Codes once each, separated by commas, after their edition if it is given; prose as it is written."""
    text = tidy(text).strip("; ")
    edition, rest = "", text
    if match := EDITION.match(text):
        edition, rest = match[1].upper(), text[match.end() :]
    codes = [code for part in re.split(r"[;,]", rest) if (code := part.strip())]
    if not codes or not all(CODE.fullmatch(code) for code in codes):
        return cut(text, LONGEST)
    listed = ", ".join(dict.fromkeys(codes))
    return cut(f"{edition}: {listed}" if edition else listed, LONGEST)
