"""Extracts in the page's own words."""

import re
from collections.abc import Callable, Mapping
from html import escape

from elasticsearch.dsl.query import Query

from search.engines.base import EXTRACT_LENGTH, HIGHLIGHT_FIELDS

from .matching import WordMatcher
from .text import BEGINS, ENDS, without_signs

# Signs that no page holds stand around a word until everything else is safe HTML.
OPENS, CLOSES = "\x91", "\x92"
MAX_ANALYSED = 1_000_000  # letters of one text; what stands behind them is found and not shown
_FOUND = re.compile(f"{OPENS}(.*?){CLOSES}")


def highlighted_fields(words: WordMatcher, language: str) -> dict[str, dict]:
    """What a request asks of the highlighter, by field."""
    if not words.scores:
        return {}
    return {field: passage(words.highlighted(field), language) for field in HIGHLIGHT_FIELDS}


def passage(query: Query, language: str) -> dict:
    """One passage of a field, with what ``query`` finds in it marked."""
    return {
        "type": "unified",
        "fragment_size": EXTRACT_LENGTH,
        "number_of_fragments": 1,
        "order": "score",
        "boundary_scanner": "sentence",
        "boundary_scanner_locale": language,
        "max_analyzed_offset": MAX_ANALYSED,
        "require_field_match": False,
        "pre_tags": [OPENS],
        "post_tags": [CLOSES],
        "highlight_query": query.to_dict(),
    }


def extract(found: Mapping[str, list[str]], shown: Callable[[str], bool]) -> str:
    """Safe HTML, with ``<mark>`` around the words that are ``shown``; empty where there are none."""
    passages = (marked(found[field][0], shown) for field in HIGHLIGHT_FIELDS if found.get(field))
    return next((passage for passage in passages if "<mark>" in passage), "")


def marked(passage: str, shown: Callable[[str], bool]) -> str:
    """A passage as it comes, as safe HTML. What is marked shares a stem with a word that is ``shown``."""
    passage = _FOUND.sub(lambda found: found[0] if shown(without_signs(found[1])) else found[1], passage)
    starts = "" if BEGINS in passage else "… "
    ends = "" if ENDS in passage else " …"
    text = escape(without_signs(passage).strip())
    return f"{starts}{text.replace(OPENS, '<mark>').replace(CLOSES, '</mark>')}{ends}"


def marked_words(passage: str) -> list[str]:
    """The words of a passage that were found."""
    return [without_signs(found) for found in _FOUND.findall(passage)]
