"""ATECO codes as open data write them: "ATECO 2025: 62.10; 62.1", bare codes, or prose. No Django here."""

from funding.domain.ateco import CODE, codes_in

from .text import normalise_space, truncate

MAX_LENGTH = 500


def parse_ateco(text: str) -> str:
    """Codes once each, separated by commas, after their edition if it is given; prose as it is written."""
    text = normalise_space(text).strip("; ")
    edition, codes = codes_in(text)
    if not codes or not all(CODE.fullmatch(code) for code in codes):
        return truncate(text, MAX_LENGTH)
    listed = ", ".join(dict.fromkeys(codes))
    return truncate(f"{edition}: {listed}" if edition else listed, MAX_LENGTH)
