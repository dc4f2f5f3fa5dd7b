"""Asks the cluster which words are known, and which are near those that are not."""

from collections.abc import Iterable, Mapping

from elasticsearch.dsl import aggs
from elasticsearch.dsl.query import Bool, MatchAll, Prefix, Query

from search.language.spelling import doubtful, nearest, put_right
from search.language.text import fold
from search.language.words import Clause, ParsedWords

from .fetch import Fetcher
from .matching import WordMatcher

CANDIDATES = 20


def suggestion(fetcher: Fetcher, words: WordMatcher, allowed: list[Query]) -> str:
    """The question put right, or nothing; in one request, and one more where there is anything to try.
    ``allowed`` is what the filters let through."""
    clauses, single = doubtful(words.words)
    if not single:
        return ""
    to_check = dict.fromkeys([*clauses, *map(Clause, single)])
    positions = {clause: str(n) for n, clause in enumerate(to_check)}
    found = fetcher.search(
        MatchAll(),
        size=0,
        counting={
            "known": aggs.Filters(filters={n: words.somewhere(one) for one, n in positions.items()}),
            "begun": aggs.Filters(filters={word: Prefix(spelled=word.lower()) for word in single}),
        },
        suggest=_candidates(single),
    )
    known, begun = found.counts["known"]["buckets"], found.counts["begun"]["buckets"]

    def is_known(clause: Clause) -> bool:
        # What says nothing in the language is in every page.
        return not words.is_significant(clause) or bool(known[positions[clause]]["doc_count"])

    def near(word: str) -> list[str]:
        vocabulary = _vocabulary(single.index(word), found.suggested)
        begins = bool(begun[word]["doc_count"])
        return nearest(word, vocabulary, words.analysis, begins)

    def finds(questions: list[ParsedWords]) -> list[bool]:
        matching = (WordMatcher(words.analysis, question).every() for question in questions)
        queries = {str(n): Bool(must=[query], filter=allowed) for n, query in enumerate(matching)}
        counts = fetcher.search(MatchAll(), size=0, counting={"finds": aggs.Filters(filters=queries)}).counts
        return [bool(counts["finds"]["buckets"][n]["doc_count"]) for n in queries]

    return put_right(words.words, is_known, near, finds)


def _candidates(single: Iterable[str]) -> dict:
    """Words near each one as it was typed, and near it without its accents."""
    typed = {f"typed-{n}": word.lower() for n, word in enumerate(single)}
    folded = {f"folded-{n}": fold(word) for n, word in enumerate(single)}
    term = {
        "field": "spelled",
        "analyzer": "spelled",
        "size": CANDIDATES,
        "suggest_mode": "always",
        "max_edits": 2,
        "prefix_length": 0,
        "min_word_length": 4,
        "string_distance": "damerau_levenshtein",
    }
    return {name: {"text": text, "term": term} for name, text in (typed | folded).items()}


def _vocabulary(n: int, suggested: Mapping) -> list[tuple[str, int]]:
    """Words and in how many pages each stands."""
    return [
        (option["text"], option["freq"])
        for way in ("typed", "folded")
        for entry in suggested[f"{way}-{n}"]
        for option in entry["options"]
    ]
