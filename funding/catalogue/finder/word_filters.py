"""Filters read from the words of a question: put into its parameters, named, and turned back into words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from cms.formats import localized
from funding.catalogue.facets import BY_NAME
from funding.catalogue.understanding.lexicon import lexicon
from funding.catalogue.understanding.reading import NOTHING_READ, Filter, refusal, understand
from funding.presentation.facts import short

from .addresses import address
from .labels import TITLES
from .list_title import chip_label
from .parameters import FinderParameters, parse


@dataclass(frozen=True)
class HeardChip:
    """A filter that was read from ``words``, and the address at which they are words again."""

    label: str
    words: str
    undo_url: str


def with_reading(parameters: FinderParameters, language: str, today: date) -> FinderParameters:
    """The question with the filters that its words say; refusals of what it does not say are dropped."""
    known = lexicon(language) if parameters.words else None
    if known is None:
        return replace(parameters, literal=(), reading=NOTHING_READ)
    typed = f" {refusal(parameters.words)} "
    literal = tuple(words for words in parameters.literal if f" {words} " in typed)
    reading = understand(parameters.words, known, today, literal)
    return replace(parameters, literal=literal, reading=reading)


def chosen_besides(parameters: FinderParameters, one: Filter) -> list[str]:
    """The parameters of a filter that are chosen as well, so that its words do not count."""
    names = dict.fromkeys(name for name, _value in one.pairs)
    return [name for name in names if parameters.chosen(name)]


def counting(parameters: FinderParameters) -> list[Filter]:
    """The filters read from the words that are in force, at least in a part."""
    return [
        one
        for one in parameters.reading.filters
        if len(chosen_besides(parameters, one)) < len({name for name, _value in one.pairs})
    ]


def as_words(parameters: FinderParameters, one: Filter) -> FinderParameters:
    """The same question with one filter as the words that it was read from."""
    return replace(parameters, literal=(*parameters.literal, one.words), page=1)


def left_out(parameters: FinderParameters, one: Filter) -> FinderParameters:
    """The same question without the words that a filter was read from."""
    kept = tuple(other for other in parameters.reading.filters if other is not one)
    left = replace(parameters, reading=replace(parameters.reading, filters=kept))
    return left.with_words(parameters.reading.rest)


def heard_chips(base: str, parameters: FinderParameters) -> list[HeardChip]:
    """What the words were understood as."""
    return [
        HeardChip(filter_label(one), one.said, address(base, as_words(parameters, one)))
        for one in counting(parameters)
    ]


def filter_label(one: Filter) -> str:
    """A filter in a few words, such as "Puglia (Taranto)"."""
    said = parse(one.pairs)[0]
    if said.closes_after and said.closes_before:
        return _closing(said.closes_after, said.closes_before)
    parts = []
    for name in said.active:
        labels = tuple(BY_NAME[name].label(value, {}) for value in said.values(name))
        parts.append(short(labels, 3) if labels else chip_label(said, name, None, {}))
    label = ", ".join(parts)
    return f"{label} ({one.place})" if one.place and one.place.casefold() != label.casefold() else label


def _closing(first: date, last: date) -> str:
    if first == last:
        return _("closes on %(day)s") % {"day": localized.short_date(first)}
    days = {"first": localized.short_date(first), "last": localized.short_date(last)}
    return _("closes from %(first)s to %(last)s") % days


def overruled(parameters: FinderParameters) -> Iterator[str]:
    """What to say of words that say another filter than the one that is chosen."""
    meant = parameters.meant
    for one in parameters.reading.filters:
        said = parse(one.pairs)[0]
        others = [name for name in chosen_besides(parameters, one) if not _same(said, meant, name)]
        for title in dict.fromkeys(TITLES[parameters.chosen(name)[0]] for name in others):
            text = _("“%(words)s” does not count, because “%(title)s” is chosen otherwise.")
            yield text % {"words": one.said, "title": title}


def _same(one: FinderParameters, other: FinderParameters, name: str) -> bool:
    return one.values(name) == other.values(name) and getattr(one, name, None) == getattr(other, name, None)


def impossible(parameters: FinderParameters) -> Iterator[str]:
    """What to say of days that no calendar has."""
    for day in parameters.reading.impossible:
        yield _("“%(day)s” is no day of the calendar: it was looked for as a word.") % {"day": day}
