"""How text becomes terms, by language: a new language is a line in the table."""

from dataclasses import dataclass

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer


@dataclass(frozen=True)
class Language:
    """``name`` is that of its Snowball stemmer. ``dropped`` are the words, beside Tantivy's own stop words,
    that say nothing: articles and particles elided before an apostrophe, where a word is split, and stop
    words typed without their accent."""

    name: str = ""
    dropped: str = ""


LANGUAGES = {
    "it": Language(
        "italian",
        "l un d s c m t v n gl all agl dall dagl dell degl nell negl sull sugl coll quest quell ch anch com "
        "dov senz e piu perche cosi gia cioe sara puo",
    ),
    "en": Language(
        "english",
        "s t d m ll re ve don doesn isn aren wasn weren from our your his her its how what which who we you "
        "he she i has have had were been can do does",
    ),
    "fr": Language(
        "french",
        "l d j m n s t c qu jusqu lorsqu puisqu quoiqu a ou ete etre meme tres apres deja",
    ),
}
DEFAULT = Language()


@dataclass(frozen=True)
class Analysis:
    """The three ways in which an index reads text."""

    stems: TextAnalyzer  # what is searched
    plain: TextAnalyzer  # every word, folded but whole: finds "chi siamo", prefers the very form asked for
    spelled: TextAnalyzer  # every word with its accents: what a suggestion shows


def language_of(code: str) -> Language:
    """The table's line for a language code such as ``it`` or ``fr-ch``."""
    return LANGUAGES.get(code) or LANGUAGES.get(code.split("-")[0], DEFAULT)


def analysis_of(code: str) -> Analysis:
    """The analyzers of a language. Folding comes before stemming: "universita" and "università" meet."""
    language = language_of(code)
    stems = [Filter.lowercase()]
    if language.name:
        stems.append(Filter.stopword(language.name))
    stems += [Filter.ascii_fold(), Filter.custom_stopword(language.dropped.split())]
    if language.name:
        stems.append(Filter.stemmer(language.name))
    return Analysis(
        stems=_chain(*stems),
        plain=_chain(Filter.lowercase(), Filter.ascii_fold()),
        spelled=_chain(Filter.lowercase()),
    )


def _chain(*filters: Filter) -> TextAnalyzer:
    # The simple tokenizer splits at everything that is neither letter nor digit, apostrophes included.
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for step in filters:
        builder = builder.filter(step)
    return builder.build()
