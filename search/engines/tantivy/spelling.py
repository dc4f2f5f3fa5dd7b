"""Did you mean: a word that no page holds, put right from the words of titles, summaries, facts."""

from tantivy import Searcher

from search.engines.nearness import correctable, nearest
from search.relevance import WEIGHTS
from search.words import Clause, Words


def suggestion(searcher: Searcher, words: Words, analysis) -> str:
    """The question with its unknown words put right; empty where there is nothing better to offer."""
    vocabulary, changed, parts = None, False, []
    for clause in words.clauses:
        better = None
        if correctable(clause) and not _known(searcher, clause, analysis):
            if vocabulary is None:
                vocabulary = searcher.terms_with_prefix("spelled", "")
            better = nearest(clause.words, vocabulary)
        changed = changed or better is not None
        parts.append(better or str(clause))
    return " ".join(parts) if changed else ""


def _known(searcher: Searcher, clause: Clause, analysis) -> bool:
    terms = analysis.stems.analyze(clause.words)
    return all(any(searcher.doc_freq(field, term) for field in WEIGHTS) for term in terms)
