"""Extracts in the page's own words."""

from html import escape

from tantivy import Document, Schema, Searcher, SnippetGenerator

from .matching import WordMatcher

LENGTH = 240
# Where an extract is looked for: the summary comes last, because a hit shows it anyway.
FIELDS = ("body", "facts", "summary")


class Highlighter:
    """Finds the passage with the words asked for, in whatever form and with whatever accents."""

    def __init__(self, searcher: Searcher, schema: Schema, words: WordMatcher):
        self.generators = {}
        if words.scores:
            for field in FIELDS:
                generator = SnippetGenerator.create(searcher, words.highlighted(field), schema, field)
                generator.set_max_num_chars(LENGTH)
                self.generators[field] = generator

    def extract(self, document: Document) -> str:
        """Safe HTML, with ``<mark>`` around the words; empty where none is found."""
        for field, generator in self.generators.items():
            snippet = generator.snippet_from_doc(document)
            marks = [(mark.start, mark.end) for mark in snippet.highlighted()]
            if marks:
                fragment, text = snippet.fragment(), document.get_first(field)
                return _marked(fragment, marks, text.startswith(fragment), text.endswith(fragment))
        return ""


def _marked(fragment: str, marks: list[tuple[int, int]], at_start: bool, at_end: bool) -> str:
    """Tantivy counts in bytes of UTF-8, and marks may touch."""
    raw, parts, done = fragment.encode(), [], 0
    for start, end in marks:
        if start < done:
            continue
        parts += [escape(raw[done:start].decode()), f"<mark>{escape(raw[start:end].decode())}</mark>"]
        done = end
    parts.append(escape(raw[done:].decode()))
    return f"{'' if at_start else '… '}{''.join(parts).strip()}{'' if at_end else ' …'}"
