"""What somebody typed, between quotation marks."""

from django.utils.translation import gettext as _

_PAIRS = {"“": "”", "«": "»", '"': '"', "„": "“"}


def quoted(text: str) -> str:
    """``text`` in the quotation marks of the language; a phrase that has its own gets no second pair."""
    return _("“%(text)s”") % {"text": without_quotes(text)}


def without_quotes(text: str) -> str:
    """``text`` without the quotation marks that enclose all of it."""
    inner = text[1:-1]
    if len(text) > 2 and text[-1] == _PAIRS.get(text[0]) and not set(inner) & {text[0], text[-1]}:
        return inner
    return text
