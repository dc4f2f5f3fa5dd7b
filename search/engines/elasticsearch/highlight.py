"""Extracts in the page's own words."""

from html import escape

from .matching import WordMatcher
from .text import APART, BEGINS, ENDS

LENGTH = 240
# Where an extract is looked for: the summary comes last, because a hit shows it anyway.
FIELDS = ("body", "facts", "summary")
# Signs that no page holds stand around a word until everything else is safe HTML.
OPENS, CLOSES = "\x91", "\x92"


def asked_for(words: WordMatcher, language: str) -> dict:
    """What a request asks of the highlighter, by field."""
    if not words.scores:
        return {}
    return {
        field: {
            "type": "unified",
            "fragment_size": LENGTH,
            "number_of_fragments": 1,
            "order": "score",
            "boundary_scanner": "sentence",
            "boundary_scanner_locale": language,
            "pre_tags": [OPENS],
            "post_tags": [CLOSES],
            "highlight_query": words.highlighted(field).to_dict(),
        }
        for field in FIELDS
    }


def extract(found: dict[str, list[str]]) -> str:
    """Safe HTML, with ``<mark>`` around the words; empty where none is found."""
    for field in FIELDS:
        for passage in found.get(field, ()):
            return _marked(passage)
    return ""


def _marked(passage: str) -> str:
    passage = passage.replace(APART, "")
    text = passage.strip(f"{BEGINS}{ENDS}{OPENS}{CLOSES} ") if False else passage
    starts = "" if BEGINS in passage else "… "
    ends = "" if ENDS in passage else " …"
    text = escape(text.replace(BEGINS, "").replace(ENDS, "").strip())
    return f"{starts}{text.replace(OPENS, '<mark>').replace(CLOSES, '</mark>')}{ends}"
