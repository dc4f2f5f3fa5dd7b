"""Finds the words near one that no page holds, without going through all words of the index."""

import re
from collections import Counter
from collections.abc import Iterator

from tantivy import Document, Query, Schema, Searcher

from search.analysis import Analysis
from search.relevance import WRITTEN
from search.spelling import allowed, nearest, put_right
from search.text import fold
from search.words import Alternative, Words

from .schema import EVERYTHING, KNOWN

# So many pages with a near word are looked at, and so much of each.
PAGES, MOST_READ = 20, 40_000
_WORD = re.compile(r"[^\W\d_]+")


def suggestion(searcher: Searcher, schema: Schema, words: Words, analysis: Analysis) -> str:
    """The question put right, or nothing."""
    return put_right(
        words,
        lambda clause: any(_holds(searcher, analysis, reading) for reading in clause.readings),
        lambda word: _near(searcher, schema, word),
    )


def _holds(searcher: Searcher, analysis: Analysis, reading: Alternative) -> bool:
    """Whether each term is in some page. A reading of stop words only is in all."""
    return all(
        any(searcher.doc_freq(EVERYTHING, form) for form in analysis.forms(word, reading.name))
        for word in analysis.telling(reading.text)
    )


def _near(searcher: Searcher, schema: Schema, word: str) -> str | None:
    """The nearest word; the index finds pages that hold one, and they tell how it is written."""
    wanted = fold(word)
    for letters in range(1, allowed(word) + 1):
        query = Query.fuzzy_term_query(schema, KNOWN, wanted, letters)
        found = searcher.search(query, PAGES, False).hits
        forms = Counter(form for _, address in found for form in _words(searcher.doc(address)))
        vocabulary = [
            (form, searcher.doc_freq(KNOWN, fold(form)))
            for form, _ in forms.most_common()
            if abs(len(form) - len(wanted)) <= letters
        ]
        if best := nearest(word, vocabulary):
            return best
    return None


def _words(document: Document) -> Iterator[str]:
    for field in WRITTEN:
        text = (document.get_first(field) or "")[:MOST_READ]
        yield from set(_WORD.findall(text.lower()))
