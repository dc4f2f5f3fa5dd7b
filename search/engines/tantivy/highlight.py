"""Extracts in the page's own words."""

import re
from collections.abc import Callable
from html import escape

from tantivy import Document, Schema, Searcher, Snippet, SnippetGenerator

from search.engines.base import EXTRACT_LENGTH, HIGHLIGHT_FIELDS

from .matching import WordMatcher

_SIGNS_BEFORE, _SIGNS_AFTER = re.compile(r"[^\w\s]*$"), re.compile(r"[^\w\s]*")


class Highlighter:
    """Finds the passage with the words asked for, in whatever form and with whatever accents."""

    def __init__(self, searcher: Searcher, schema: Schema, words: WordMatcher):
        self.generators, self.shown = {}, words.shown()
        if words.scores:
            for field in HIGHLIGHT_FIELDS:
                generator = SnippetGenerator.create(searcher, words.highlighted(field), schema, field)
                generator.set_max_num_chars(EXTRACT_LENGTH)
                self.generators[field] = generator

    def extract(self, document: Document) -> str:
        """Safe HTML, with ``<mark>`` around the words; empty where none is found."""
        for field, generator in self.generators.items():
            snippet = generator.snippet_from_doc(document)
            if snippet.highlighted():
                passage = marked(document.get_first(field), snippet, self.shown)
                if "<mark>" in passage:
                    return passage
        return ""


def marked(text: str, snippet: Snippet, shown: Callable[[str], bool]) -> str:
    """The passage of ``text`` that ``snippet`` has chosen, as safe HTML with ``<mark>`` around the words that
    are ``shown``: a snippet goes by their stems, which other words share."""
    passage = snippet.fragment_range()
    marks = [(mark.start, mark.end) for mark in snippet.highlighted()]
    return _marked(text, passage.start, passage.end, marks, shown)


def _marked(
    text: str, first: int, last: int, marks: list[tuple[int, int]], shown: Callable[[str], bool]
) -> str:
    """The passage with its marks. Tantivy counts in bytes of UTF-8, from the passage's beginning on."""
    raw, parts, done = text.encode(), [], first
    before, after = raw[:first].decode(), raw[last:].decode()
    for start, end in marks:
        start, end = first + start, first + end
        if start < done or not shown(raw[start:end].decode()):  # marks may overlap
            continue
        parts += [escape(raw[done:start].decode()), f"<mark>{escape(raw[start:end].decode())}</mark>"]
        done = end
    parts.append(escape(raw[done:last].decode()))
    # Tantivy cuts at the first and the last letter: a bracket or a full stop beside them belongs to it.
    opening, closing = _SIGNS_BEFORE.search(before)[0], _SIGNS_AFTER.match(after)[0]
    starts = "" if len(opening) == len(before) else "… "
    ends = "" if len(closing) == len(after) else " …"
    return f"{starts}{escape(opening)}{''.join(parts)}{escape(closing)}{ends}"
