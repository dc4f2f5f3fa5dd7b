"""The fields of the index, and how a document fills them."""

import json
from datetime import date

import tantivy
from tantivy import Document, Index, Schema, SchemaBuilder

from cms.searchable import SearchDocument
from search.engines import prefixes
from search.engines.base import MOMENTS, NUMBERS
from search.engines.example import filling
from search.engines.values import LAST_OF_ALL, MAX_CENTS, card_of, cents, facets_of, moments_of
from search.index.fingerprint import fingerprint
from search.language.analysis import analysis_of, blanks
from search.language.languages import language_of
from search.language.text import join_lines, title_key
from search.relevance import OWN, WEIGHTS, recency

# Raise this when fields change: indexes made otherwise are then rebuilt by themselves.
EDITION = 16

# The words of all fields together, whole: they tell whether a page has a word but not how well.
EVERYTHING = "everything"
# The words of the page itself, whole: what a slip may have meant.
KNOWN = "known"
ORDERS = ("by_newest", "by_amount", "by_title", "by_deadline", "by_opening", "by_ended")


def build_schema() -> Schema:
    """The same fields in every language; only the analysis behind their names differs."""
    builder = SchemaBuilder()
    builder.add_integer_field("page_id", indexed=True, fast=True)
    builder.add_integer_field("fingerprint", fast=True)
    for name in WEIGHTS:
        builder.add_text_field(name, stored=True, tokenizer_name="stems")
    builder.add_text_field(EVERYTHING, tokenizer_name="plain", index_option="basic")
    builder.add_text_field("plain", tokenizer_name="plain")
    builder.add_text_field(KNOWN, tokenizer_name="plain", index_option="basic")
    builder.add_text_field(prefixes.FIELD, tokenizer_name="blanks", index_option="basic")
    builder.add_bytes_field("card", stored=True)
    builder.add_json_field("facets", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_json_field("flags", fast=True, tokenizer_name="raw", index_option="basic")
    for name in (*NUMBERS, *MOMENTS):
        builder.add_integer_field(name, indexed=True, fast=True)
    builder.add_float_field("recency", fast=True)
    builder.add_integer_field("over_from", fast=True)
    for name in ORDERS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def register_analysis(index: Index, language: str) -> None:
    """Tell the index how its language is read; needed each time one is opened."""
    analysis = analysis_of(language)
    for name in ("stems", "plain"):
        index.register_tokenizer(name, getattr(analysis, name))
    index.register_tokenizer("blanks", blanks())


def edition(language: str) -> str:
    """Names the rules by which an index is made: our fields and how they are filled, the language's analysis,
    Tantivy's format."""
    filled = filling(lambda document: to_tantivy(document).to_dict())
    return f"{EDITION} · {filled} · {language_of(language)!r} · {tantivy.__version__}"


def to_tantivy(source: SearchDocument) -> Document:
    """The index's document for a page. A number that is not known is absent; a moment never comes."""
    texts = {name: join_lines(getattr(source, name)) for name in OWN}
    attached = [(each, join_lines(each.text)) for each in source.attachments if each.text]
    document = Document()
    document.add_integer("page_id", source.page_id)
    document.add_integer("fingerprint", fingerprint(source))
    for name, text in [*texts.items(), *(("attachments", text) for _, text in attached)]:
        document.add_text(name, text)
        document.add_text(EVERYTHING, text)
    document.add_text("plain", texts["title"])
    for name in OWN:
        document.add_text(KNOWN, texts[name])
    document.add_text(prefixes.FIELD, prefixes.terms_of(texts["title"]))
    document.add_bytes("card", json.dumps(card_of(source, texts, [each for each, _ in attached])).encode())
    document.add_json("facets", facets_of(source))
    document.add_json("flags", dict(source.flags))
    for name in NUMBERS:
        if source.numbers.get(name) is not None:
            document.add_integer(name, cents(source.numbers[name]))
    moments = moments_of(source)
    for name, moment in moments.items():
        document.add_integer(name, moment)
    document.add_integer("over_from", 0 if source.flags.get("suspended") else moments["ends"])
    # Tantivy multiplies a score with the logarithm to the base 2 of this number and 2.
    document.add_float("recency", 2 ** recency(source) - 2)
    for name, key in _order_keys(source, texts["title"], moments).items():
        document.add_text(name, key)
    return document


def _order_keys(source: SearchDocument, title: str, moments: dict[str, int]) -> dict[str, str]:
    """A key for each order, all rising. Each ends in the page's number, so that no two are ever equal."""
    latest, amount = date.max.toordinal(), source.numbers.get("grant_max")
    keys = {
        "by_newest": f"{latest - source.day.toordinal() if source.day else latest:08}",
        "by_amount": f"{MAX_CENTS - cents(amount) if amount is not None else MAX_CENTS + 1:019}",
        "by_title": title_key(title) + " ",
        "by_deadline": f"{max(moments['ends'], 0):019}",
        "by_opening": f"{max(moments['opens'], 0):019}",
        "by_ended": f"{LAST_OF_ALL - moments['ends']:019}",
    }
    return {name: f"{key}{source.page_id:012}" for name, key in keys.items()}
