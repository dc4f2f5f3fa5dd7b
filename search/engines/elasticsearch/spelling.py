"""Asks the cluster which words are known, and which are near those that are not."""

from collections.abc import Iterable, Mapping

from elasticsearch.dsl import aggs
from elasticsearch.dsl.query import Bool, MatchAll, Prefix, Query

from search.language.spelling import doubtful, nearest, put_right
from search.language.text import fold
from search.language.words import Clause, ParsedWords

from .fetch import Asking
from .matching import WordMatcher

CANDIDATES = 20


def suggestion(asking: Asking, words: WordMatcher, allowed: list[Query]) -> str:
    """The question put right, or nothing; in one request, and one more where there is anything to try.
    ``allowed`` is what the filters let through."""
    clauses, single = doubtful(words.words)
    if not single:
        return ""
    asked = dict.fromkeys([*clauses, *map(Clause, single)])
    places = {clause: str(place) for place, clause in enumerate(asked)}
    found = asking.search(
        MatchAll(),
        size=0,
        counting={
            "known": aggs.Filters(filters={place: words.somewhere(one) for one, place in places.items()}),
            "begun": aggs.Filters(filters={word: Prefix(spelled=word.lower()) for word in single}),
        },
        suggest=_candidates(single),
    )
    known, begun = found.counts["known"]["buckets"], found.counts["begun"]["buckets"]

    def is_known(clause: Clause) -> bool:
        # What says nothing in the language is in every page.
        return not words.tells(clause) or bool(known[places[clause]]["doc_count"])

    def near(word: str) -> list[str]:
        vocabulary = _vocabulary(single.index(word), found.suggested)
        begins = bool(begun[word]["doc_count"])
        return nearest(word, vocabulary, words.analysis, begins)

    def finds(questions: list[ParsedWords]) -> list[bool]:
        asked = (WordMatcher(words.analysis, question).every() for question in questions)
        queries = {str(place): Bool(must=[query], filter=allowed) for place, query in enumerate(asked)}
        counts = asking.search(MatchAll(), size=0, counting={"finds": aggs.Filters(filters=queries)}).counts
        return [bool(counts["finds"]["buckets"][place]["doc_count"]) for place in queries]

    return put_right(words.words, is_known, near, finds)


def _candidates(single: Iterable[str]) -> dict:
    """Words near each one as it was typed, and near it without its accents."""
    typed = {f"typed-{place}": word.lower() for place, word in enumerate(single)}
    folded = {f"folded-{place}": fold(word) for place, word in enumerate(single)}
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


def _vocabulary(place: int, suggested: Mapping) -> list[tuple[str, int]]:
    """Words and in how many pages each stands."""
    return [
        (option["text"], option["freq"])
        for way in ("typed", "folded")
        for entry in suggested[f"{way}-{place}"]
        for option in entry["options"]
    ]
