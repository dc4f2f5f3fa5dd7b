"""Did you mean: a word that no page holds, put right from the words of titles, summaries, facts."""

from collections.abc import Mapping

from elasticsearch.dsl import aggs
from elasticsearch.dsl.query import MatchAll

from search.engines.nearness import correctable, nearest
from search.text import fold
from search.words import Clause

from .asking import Asking
from .matching import WordMatcher

CANDIDATES = 20


def suggestion(asking: Asking, words: WordMatcher) -> str:
    """The question with its unknown words put right; empty where there is nothing better to offer."""
    doubted = {str(place): clause for place, clause in enumerate(words.words.clauses) if correctable(clause)}
    if not doubted:
        return ""
    found = asking.search(
        MatchAll(),
        size=0,
        counting={
            "known": aggs.Filters(filters={place: words.somewhere(one) for place, one in doubted.items()})
        },
        suggest=_candidates(doubted),
    )
    known = {place for place, bucket in found.counts["known"]["buckets"].items() if bucket["doc_count"]}
    unknown = [place for place, one in doubted.items() if place not in known and words.tells(one)]
    better = {place: nearest(doubted[place].words, _vocabulary(place, found.suggested)) for place in unknown}
    if not any(better.values()):
        return ""
    return " ".join(better.get(str(place)) or str(clause) for place, clause in enumerate(words.words.clauses))


def _candidates(doubted: Mapping[str, Clause]) -> dict:
    """Words near each one as it was typed, and near it without its accents."""
    typed = {f"typed-{place}": clause.words.lower() for place, clause in doubted.items()}
    folded = {f"folded-{place}": fold(clause.words) for place, clause in doubted.items()}
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


def _vocabulary(place: str, suggested: Mapping) -> list[tuple[str, int]]:
    """Words and in how many pages each stands."""
    return [
        (option["text"], option["freq"])
        for way in ("typed", "folded")
        for entry in suggested[f"{way}-{place}"]
        for option in entry["options"]
    ]
