"""The fields of the index, how they are analysed, and how a document fills them."""

import hashlib
import json
from functools import cache

from cms.searchable import SearchDocument
from search.engines import prefixes
from search.engines.base import MOMENTS, NUMBERS
from search.engines.example import filling
from search.engines.values import card_of, cents, facets_of, moments_of
from search.index.fingerprint import fingerprint
from search.language.languages import language_of
from search.language.text import join_lines, title_key
from search.relevance import OWN, WEIGHTS, WRITTEN, recency
from search.understanding.spellings import meeting_spellings

from .text import enclosed

# The deepest hit that can be asked for: a page of the list beyond it is never offered.
MAX_RESULT_WINDOW = 200_000
# The texts of this many documents of a page can be told apart; further ones are found and not named.
MAX_ATTACHMENTS = 20


def settings_for(language: str) -> dict:
    """One shard: scores of two pages are then comparable whatever the pages are."""
    return {
        "number_of_shards": 1,
        "auto_expand_replicas": "0-1",
        "refresh_interval": "-1",  # writers refresh when all of a change is in, so that it shows at once
        "gc_deletes": "10m",  # how long a page's removal outranks an older reading of it
        "max_result_window": MAX_RESULT_WINDOW,
        "analysis": _analysis(language),
    }


def _analysis(language: str) -> dict:
    """Folding comes before stemming: "universita" and "università" meet."""
    line = language_of(language)
    filters = {"elided": {"type": "stop", "stopwords": line.dropped.split()}}
    stems = ["lowercase", "asciifolding", "elided"]
    if line.name:
        filters["common"] = {"type": "stop", "stopwords": f"_{line.name}_"}
        filters["forms"] = {"type": "snowball", "language": line.name.capitalize()}
        stems = ["lowercase", "common", "asciifolding", "elided", "forms"]
    chains = {"stems": stems, "plain": ["lowercase", "asciifolding"], "spelled": ["lowercase"]}
    return {
        "filter": filters,
        "analyzer": {
            name: {"type": "custom", "tokenizer": "standard", "filter": chain}
            for name, chain in chains.items()
        },
    }


def mapping() -> dict:
    """The same fields in every language. Nothing that is not named here can be stored."""
    whole = {"type": "long"}
    exact = {"type": "keyword"}
    searched = {"type": "text", "analyzer": "stems", "index_options": "offsets"}
    fields = {name: dict(searched) for name in WEIGHTS}
    fields["attachments"]["index_options"] = "positions"
    # The same texts once more, each by itself: they are not searched, only looked into for an extract.
    alone = {"type": "text", "analyzer": "stems", "index_options": "docs", "norms": False}
    fields["attached"] = {"properties": {str(position): alone for position in range(MAX_ATTACHMENTS)}}
    fields["title"]["fields"] = {"plain": {"type": "text", "analyzer": "plain"}}
    for name in OWN:
        fields[name]["copy_to"] = ["whole", "whole_own", *(["spelled"] if name in WRITTEN else [])]
    fields["attachments"]["copy_to"] = ["whole"]
    plain = {"type": "text", "analyzer": "plain", "index_options": "docs", "norms": False}
    fields |= {
        "whole": plain,
        "whole_own": plain,
        "spelled": {"type": "text", "analyzer": "spelled", "index_options": "docs", "norms": False},
        prefixes.FIELD: {"type": "text", "analyzer": "whitespace", "index_options": "docs"},
        "page_id": whole,
        "recency": {"type": "float", "index": False},
        "fingerprint": {"type": "long", "index": False},
        "day": whole,
        "by_title": exact,
        "facets": {"type": "flattened"},
        "flags": {"type": "flattened"},
        "card": {"type": "object", "enabled": False},
    }
    fields |= dict.fromkeys((*NUMBERS, *MOMENTS), whole)
    return {"dynamic": "strict", "properties": fields}


@cache  # Every search asks for it.
def edition(language: str) -> str:
    """Names the rules by which an index is made and filled: kept in it, others are noticed."""
    rules = json.dumps([settings_for(language), mapping(), filling(to_source)], sort_keys=True)
    return hashlib.sha256(rules.encode()).hexdigest()[:16]


def to_source(source: SearchDocument) -> dict:
    """The index's document for a page. A number that is not known is absent; a moment never comes."""
    texts = {name: join_lines(getattr(source, name)) for name in OWN}
    attached = [(each, text) for each in source.attachments if (text := join_lines(each.text))]
    enclosed_texts = [enclosed(text) for _, text in attached]
    return {
        "page_id": source.page_id,
        "fingerprint": fingerprint(source),
        **{name: enclosed(text) for name, text in texts.items()},
        "attachments": enclosed_texts,
        "attached": {str(position): text for position, text in enumerate(enclosed_texts[:MAX_ATTACHMENTS])},
        **{name: cents(source.numbers[name]) for name in NUMBERS if source.numbers.get(name) is not None},
        **moments_of(source),
        "recency": recency(source),
        "spelled": sorted(meeting_spellings(" ".join(texts[name] for name in WRITTEN))),
        prefixes.FIELD: prefixes.terms_of(texts["title"]),
        "day": source.day.toordinal() if source.day else None,
        "by_title": title_key(texts["title"]),
        "facets": facets_of(source),
        "flags": {name: bool(value) for name, value in source.flags.items()},
        "card": card_of(source, texts, [each for each, _ in attached[:MAX_ATTACHMENTS]]),
    }
