"""What editors keep, read once for each state of the site: a change is in force at the next question.

Models are asked for by name: an engine knows of this package, and runs without Django's, too.
"""

import re
from collections.abc import Iterator

from django.apps import apps
from django.conf import settings
from django.utils import translation

from cms import cache_version, vocabularies
from search.language import word_list
from search.language.analysis import analysis_of
from search.language.place_names import spoken
from search.language.text import fold
from search.language.words import ParsedWords, parse_words

from .spellings import TABLE_WORDS
from .stop_phrases import mark_optional
from .synonyms import SynonymSet, Thesaurus

_NAME_PARTS = re.compile(r" [-–—] ")
# What leads the answer to a search, by its stems in alphabetical order.
Pins = dict[tuple[str, ...], tuple[int, ...]]


def thesaurus(language: str) -> Thesaurus:
    """The synonyms of a language, such as ``it`` or ``fr-ch``."""
    return cache_version.memoize(f"thesaurus {language}", lambda: _read_thesaurus(language))


def pinned(words: ParsedWords, language: str) -> tuple[int, ...]:
    """The pages that editors have pinned for these words, in whatever form and order they are typed."""
    pins = cache_version.memoize(f"pins {language}", lambda: _read_pins(language))
    return pins.get(_key(words, language), ()) if pins else ()


def is_word(word: str, language: str, known: frozenset[str]) -> bool:
    """Whether a word exists: one of those ``known`` from the synonyms or of the site's closed lists, the name
    of a place, or any word that a list of the language has."""
    analysis = analysis_of(language)
    forms = {form for one in analysis.plain.analyze(word) for form in analysis.forms(one)}
    lists = (known, analysis.language.place_names, labels(language), TABLE_WORDS)
    return any(not forms.isdisjoint(words) for words in lists) or word_list.exists(
        word, language, settings.SEARCH_WORDS_DIR
    )


def labels(language: str) -> frozenset[str]:
    """The words of the closed lists' labels, whole and folded."""
    return cache_version.memoize(f"labels {language}", lambda: _read_labels(language))


def _read_labels(language: str) -> frozenset[str]:
    lists = [one for one in vars(vocabularies).values() if isinstance(one, vocabularies.Vocabulary)]
    with translation.override(language):
        texts = [str(term.label) for one in lists for term in one]
    return frozenset(word for text in texts for word in analysis_of(language).plain.analyze(text))


def _read_thesaurus(language: str) -> Thesaurus:
    rows = apps.get_model("search.SynonymGroup").objects.filter(language=language).order_by("pk")
    groups = [SynonymSet(row.words, row.one_way) for row in rows]
    names = [SynonymSet((name,)) for name in spoken(language) if len(name.split()) > 1]
    ordinary = labels(language).union(word for group in groups for word in group.words if word.islower())
    return Thesaurus.of([*groups, *_organisations(ordinary), *names], analysis_of(language))


def _organisations(ordinary: frozenset[str]) -> Iterator[SynonymSet]:
    """An organisation's name and short form; "CFI - Cooperazione Finanza Impresa" holds both."""
    organisations = apps.get_model("core.Organisation").objects.filter(live=True).order_by("pk")
    for name, short in organisations.values_list("name", "short_name"):
        yield from names_of(name, short, ordinary)


def names_of(name: str, short: str, ordinary: frozenset[str] = frozenset()) -> Iterator[SynonymSet]:
    """What finds an organisation's other names. A name such as "Lavoro", or "ARTE" where that is one of the
    ``ordinary`` words, finds none: whoever types it may mean the word. "CNR" and "MiC" are no words."""
    names = tuple(dict.fromkeys(filter(None, (short, name, *_NAME_PARTS.split(name)))))
    for name in names:
        if len(name.split()) > 1 or not (name.istitle() or fold(name) in ordinary):
            yield SynonymSet((name, *(one for one in names if one != name)), one_way=True)


def _read_pins(language: str) -> Pins:
    """A page that is pinned in another language stands for its translation. Where two entries have the
    same words, their pages follow each other."""
    best_bets = (
        apps.get_model("search.BestBet")
        .objects.filter(language=language)
        .order_by("pk")
        .prefetch_related("pins__page")
    )
    keys = {pin.page.translation_key for best_bet in best_bets for pin in best_bet.pins.all()}
    pages = apps.get_model("wagtailcore.Page").objects.filter(
        translation_key__in=keys, locale__language_code=language
    )
    translated = dict(pages.values_list("translation_key", "pk"))
    pins: Pins = {}
    for best_bet in best_bets:
        page_ids = (translated.get(pin.page.translation_key) for pin in best_bet.pins.all())
        known = tuple(page_id for page_id in page_ids if page_id)
        for words in best_bet.words:
            key = _key(parse_words(words), language)
            pins[key] = tuple(dict.fromkeys((*pins.get(key, ()), *known)))
    return pins


def _key(words: ParsedWords, language: str) -> tuple[str, ...]:
    clauses = mark_optional(list(words.clauses), language)
    text = " ".join(clause.words for clause in clauses if not (clause.optional or clause.excluded))
    return tuple(sorted(set(analysis_of(language).stems.analyze(text))))
