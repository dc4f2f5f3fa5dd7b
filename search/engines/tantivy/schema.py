"""The fields of the index, and how a document fills them."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import tantivy
from portal.core.searchable import AttachedText, SearchDocument
from tantivy import Document, Index, Schema, SchemaBuilder

from search.engines.base import MOMENTS, NUMBERS
from search.fingerprint import fingerprint
from search.languages import language_of
from search.relevance import OWN, WEIGHTS, recency
from search.text import clean, join_lines, title_key

from . import suggesting
from .analysis import analysis_of, blanks

# Raise this when fields or their filling change: indexes made otherwise are then rebuilt by themselves.
EDITION = 6

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FAR_FUTURE = 253_370_764_800_000_000  # the year 9999, in microseconds
ORDERS = ("by_newest", "by_amount", "by_title", "by_deadline", "by_ended")
_LARGEST = 10**17


def build_schema() -> Schema:
    """The same fields in every language; only the analysis behind their names differs."""
    builder = SchemaBuilder()
    builder.add_integer_field("page_id", indexed=True, fast=True)
    builder.add_integer_field("fingerprint", fast=True)
    for name in WEIGHTS:
        builder.add_text_field(name, stored=True, tokenizer_name="stems")
    builder.add_text_field("plain", tokenizer_name="plain")
    builder.add_text_field("spelled", tokenizer_name="spelled", index_option="basic")
    builder.add_text_field(suggesting.FIELD, tokenizer_name="blanks", index_option="basic")
    builder.add_bytes_field("card", stored=True)
    builder.add_json_field("facets", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_json_field("flags", tokenizer_name="raw", index_option="basic")
    for name in (*NUMBERS, *MOMENTS):
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_float_field("recency", fast=True)
    for name in ORDERS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def register_analysis(index: Index, language: str) -> None:
    """Tell the index how its language is read; needed each time one is opened."""
    analysis = analysis_of(language)
    for name in ("stems", "plain", "spelled"):
        index.register_tokenizer(name, getattr(analysis, name))
    index.register_tokenizer("blanks", blanks())


def edition(language: str) -> str:
    """Names the rules by which an index is made: our fields, the language's analysis, Tantivy's format."""
    return f"{EDITION} · {language_of(language)!r} · {tantivy.__version__}"


def microseconds(moment: datetime) -> int:
    return min((moment - EPOCH) // timedelta(microseconds=1), FAR_FUTURE)


def cents(amount: Decimal | int) -> int:
    return min(int(Decimal(amount) * 100), _LARGEST)


def to_tantivy(source: SearchDocument) -> Document:
    """The index's document for a page. A number that is not known is absent; a moment never comes."""
    texts = {name: join_lines(getattr(source, name)) for name in OWN}
    attached = [(each, join_lines(each.text)) for each in source.attachments if each.text]
    document = Document()
    document.add_integer("page_id", source.page_id)
    document.add_integer("fingerprint", fingerprint(source))
    for name, text in texts.items():
        document.add_text(name, text)
    for _, text in attached:
        document.add_text("attachments", text)
    document.add_text("plain", texts["title"])
    document.add_text("spelled", f"{texts['title']} {texts['summary']} {texts['facts']}")
    document.add_text(suggesting.FIELD, suggesting.terms_of(texts["title"]))
    document.add_bytes("card", json.dumps(_card(source, texts, [each for each, _ in attached])).encode())
    document.add_json("facets", _facets(source))
    document.add_json("flags", dict(source.flags))
    for name in NUMBERS:
        if source.numbers.get(name) is not None:
            document.add_integer(name, cents(source.numbers[name]))
    moments = _moments(source)
    for name, moment in moments.items():
        document.add_integer(name, moment)
    # Tantivy multiplies a score with the logarithm to the base 2 of this number and 2.
    document.add_float("recency", 2 ** recency(source) - 2)
    for name, key in _order_keys(source, texts["title"], moments["ends"]).items():
        document.add_text(name, key)
    return document


def _moments(source: SearchDocument) -> dict[str, int]:
    known = {name: microseconds(moment) for name, moment in source.moments.items() if moment is not None}
    moments = {name: known.get(name, FAR_FUTURE) for name in ("opens", "closes", "shut")}
    moments["ends"] = min(moments["closes"], moments["shut"])
    return moments


def _facets(source: SearchDocument) -> dict[str, list[str]]:
    facets = {name: [clean(str(value)) for value in values] for name, values in source.facets.items()}
    facets["type"] = [source.type]
    if source.day:
        facets["year"] = [str(source.day.year)]
    return facets


def _card(source: SearchDocument, texts: dict[str, str], attached: list[AttachedText]) -> dict:
    """What a hit shows of the page. ``attached``: whose texts the field "attachments" holds, in order."""
    return {
        "page_id": source.page_id,
        "type": source.type,
        "title": texts["title"],
        "url": source.url,
        "summary": texts["summary"],
        "day": source.day.isoformat() if source.day else None,
        "moments": {name: moment.isoformat() for name, moment in source.moments.items() if moment},
        "flags": dict(source.flags),
        "attached": [{"title": clean(each.title), "url": each.url} for each in attached],
    }


def _order_keys(source: SearchDocument, title: str, ends: int) -> dict[str, str]:
    """A key for each order, all rising. Each ends in the page's number, so that no two are ever equal."""
    latest, most = date.max.toordinal(), source.numbers.get("grant_max")
    keys = {
        "by_newest": f"{latest - source.day.toordinal() if source.day else latest:08}",
        "by_amount": f"{_LARGEST - cents(most) if most is not None else _LARGEST + 1:019}",
        "by_title": title_key(title) + " ",
        "by_deadline": f"{max(ends, 0):019}",
        "by_ended": f"{FAR_FUTURE - ends:019}",
    }
    return {name: f"{key}{source.page_id:012}" for name, key in keys.items()}
