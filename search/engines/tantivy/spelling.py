"""Finds the words near one that no page holds, without going through all words of the index."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from tantivy import Document, Query, Schema, Searcher

from search.language.analysis import Analysis
from search.language.spelling import allowed, edited, nearest, put_right
from search.language.text import fold
from search.language.words import Alternative, ParsedWords
from search.relevance import WRITTEN
from search.understanding.spellings import meeting_spellings

from .schema import EVERYTHING, KNOWN

# So many pages with a near word are looked at, and so much of each; so many to see how a word is written.
PAGES, MAX_READ, WRITTEN_IN = 40, 40_000, 3
_WORD = re.compile(r"[^\W\d_]+")


def suggestion(
    searcher: Searcher,
    schema: Schema,
    words: ParsedWords,
    analysis: Analysis,
    finds: Callable[[list[ParsedWords]], list[bool]],
) -> str:
    """The question put right, or nothing."""
    return put_right(
        words,
        lambda clause: any(_holds(searcher, analysis, reading) for reading in clause.readings),
        lambda word: nearest(word, _near(searcher, schema, word), analysis, _begins(searcher, schema, word)),
        finds,
    )


def _begins(searcher: Searcher, schema: Schema, word: str) -> bool:
    """Whether words of the site begin like this one."""
    query = Query.regex_query(schema, KNOWN, f"{re.escape(fold(word))}.+")
    return bool(searcher.search(query, 1, False).hits)


def _holds(searcher: Searcher, analysis: Analysis, reading: Alternative) -> bool:
    """Whether each term is in some page. A reading of stop words only is in all."""
    return all(
        any(searcher.doc_freq(EVERYTHING, form) for form in analysis.forms(word, reading.name))
        for word in analysis.content_words(reading.text)
    )


def _near(searcher: Searcher, schema: Schema, word: str) -> list[tuple[str, int]]:
    """Words near one, as they are written, and in how many pages each stands: all at one letter's distance,
    else those of some pages that hold one at two."""
    folded = fold(word)
    terms = {term: count for term in edited(folded) if (count := searcher.doc_freq(KNOWN, term))}
    found = [(form, count) for term, count in terms.items() for form in _spelled(searcher, schema, term)]
    if found or allowed(word) == 1:
        return found
    query = Query.fuzzy_term_query(schema, KNOWN, folded, allowed(word))
    hits = searcher.search(query, PAGES, False).hits
    forms = dict.fromkeys(form for _, address in hits for form in _words(searcher.doc(address)))
    return [
        (form, searcher.doc_freq(KNOWN, fold(form)))
        for form in forms
        if abs(len(form) - len(folded)) <= allowed(word)
    ]


def _spelled(searcher: Searcher, schema: Schema, term: str) -> list[str]:
    """The most usual way of writing a folded term, which may be apart or with a hyphen; none where it stands
    among the keywords only."""
    hits = searcher.search(Query.term_query(schema, KNOWN, term, "basic"), WRITTEN_IN, False).hits
    pages = [searcher.doc(address) for _, address in hits]
    forms = [form for page in pages for form in _words(page) if fold(form) == term]
    if not forms and any(term in meeting_spellings(text) for page in pages for text in _texts(page)):
        return [term]
    return [form for form, _ in Counter(forms).most_common(1)]


def _words(document: Document) -> Iterator[str]:
    for text in _texts(document):
        yield from set(_WORD.findall(text.lower()))


def _texts(document: Document) -> Iterator[str]:
    return ((document.get_first(field) or "")[:MAX_READ] for field in WRITTEN)
