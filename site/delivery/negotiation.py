"""What a request's headers accept, read as RFC 9110 has it."""

from django.utils.http import parse_etags

# `x-gzip` is another name of gzip (RFC 9110, 8.4.1.3).
OTHER_NAMES = {"x-gzip": "gzip", "x-compress": "compress"}
IDENTITY = "identity"


def content_coding(header: str, available: tuple[str, ...]) -> str:
    """The coding to send, of ``available`` (the preferred one first) or ``identity`` (RFC 9110, 12.5.3).

    The highest weight counts. Where a client accepts nothing that there is, it gets the bytes as they are.
    """
    weights = _weights(header)
    rest = weights.pop("*", 0.0)
    weighed = {coding: weights.get(coding, rest) for coding in available}
    # Who does not name it takes it, but less gladly than what is named.
    weighed[IDENTITY] = weights.get(IDENTITY, 0.0)
    best = max(weighed, key=weighed.__getitem__)
    return best if weighed[best] > 0 else IDENTITY


def _weights(header: str) -> dict[str, float]:
    """Coding and weight of each member; what cannot be read counts as refused."""
    found = {}
    for member in header.split(","):
        coding, *parameters = (part.strip().lower() for part in member.split(";"))
        if coding:
            found[OTHER_NAMES.get(coding, coding)] = _weight(parameters)
    return found


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                weight = float(value.strip())
            except ValueError:
                return 0.0
            return weight if 0 <= weight <= 1 else 0.0
    return 1.0


def has_current(header: str, etag: str) -> bool:
    """Whether ``If-None-Match`` names ``etag``; compared weakly, as for a GET (RFC 9110, 13.1.2)."""
    given = parse_etags(header) if header.strip() else []
    return given == ["*"] or etag.removeprefix("W/") in (one.removeprefix("W/") for one in given)
