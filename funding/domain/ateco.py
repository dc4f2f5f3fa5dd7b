"""ATECO codes, the sections and classes of economic activity, as calls list them. No Django here."""

import re

CODE = re.compile(r"[A-Z]|\d{2}(\.\d{1,2}){0,2}", re.ASCII)
EDITION = re.compile(r"(ATECO(?: \d{4})?)\s*:\s*", re.IGNORECASE)


def codes_in(text: str) -> tuple[str, list[str]]:
    """The edition if it is named ("ATECO 2025"), and what stands between the commas or semicolons."""
    edition, rest = "", text.strip("; ")
    if match := EDITION.match(rest):
        edition, rest = match[1].upper(), rest[match.end() :]
    return edition, [code for part in re.split(r"[;,]", rest) if (code := part.strip())]


def not_codes(text: str) -> list[str]:
    """What in a list of codes is none."""
    return [code for code in codes_in(text)[1] if not CODE.fullmatch(code)]
