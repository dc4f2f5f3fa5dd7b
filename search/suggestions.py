"""What somebody who is still typing may want: topics and organisations by name, pages by title."""

import re
from dataclasses import dataclass, replace

from django.db.models import Model
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import override

from cms import cache_version
from cms.models import Organisation, Topic
from cms.presentation import with_state
from cms.references import page_key
from cms.sorting import by_name

from .engines import get_engine
from .index.documents import searchable_pages
from .language.languages import language_of
from .language.text import fold, typed_words
from .presenters import word_before
from .query import SearchQuery, Suggestion
from .understanding.spellings import meeting_spellings

MAX_SUGGESTIONS = 8
# Of topics, and of organisations: the rest are pages.
MAX_NAMES = 2
# Letters and digits below which a word may still become anything.
MIN_LETTERS_TO_CORRECT = 5
_ELIDED = re.compile(r"(?<![^\W_])([^\W\d_]{1,6})['’‘ʼ`´](?=\w)")
# A longer name gives way to its short form.
MAX_NAME_LENGTH = 60


@dataclass(frozen=True)
class Name:
    """Something with a name: the words of it, folded, and where it leads."""

    words: tuple[str, ...]
    suggestion: Suggestion

    def begins(self, typed: list[str]) -> bool:
        """Whether every word typed is the beginning of one of the name's."""
        return all(any(word.startswith(start) for word in self.words) for start in typed)


def suggest(language: str, typed: str) -> list[Suggestion]:
    """At most ``MAX_SUGGESTIONS``; none for a text without letters or digits. Raises EngineUnavailable."""
    typed = _without_elided(typed, language)
    return _suggest(language, typed) or _suggest(language, _corrected(language, typed))


def _corrected(language: str, typed: str) -> str:
    """``typed`` with its slips put right, as the search would; empty where it knows nothing better."""
    if len("".join(typed_words(typed))) < MIN_LETTERS_TO_CORRECT:
        return ""
    return get_engine().search(SearchQuery(language, words=typed, per=1, extracts=False)).did_you_mean


def _suggest(language: str, typed: str) -> list[Suggestion]:
    words = typed_words(typed)
    if not words:
        return []
    named: list[Suggestion] = []
    for names in _names(language):
        named += [name.suggestion for name in names if name.begins(words)][:MAX_NAMES]
    return [*named, *map(_labelled, get_engine().suggest(language, typed, MAX_SUGGESTIONS - len(named)))]


def _labelled(page: Suggestion) -> Suggestion:
    return replace(page, text=with_state(page.text, word_before(page.type, page.flags)))


def _without_elided(typed: str, language: str) -> str:
    """ "dell'arte" without its article, which would ask for titles that have one."""
    dropped = language_of(language).dropped.split()
    return _ELIDED.sub(lambda found: "" if fold(found[1]) in dropped else found[0], typed)


def _names(language: str) -> tuple[list[Name], list[Name]]:
    return cache_version.memoize(
        f"suggested names {language}", lambda: (_topics(language), _organisations(language))
    )


def _topics(language: str) -> list[Name]:
    topics = Topic.objects.filter(
        live=True, locale__language_code=language, pk__in=_used_ids(Topic, language)
    )
    named = topics.order_by(by_name("name"))
    return [_name(topic.name, "", "topic", language, topic=topic.slug) for topic in named]


def _organisations(language: str) -> list[Name]:
    """A search for the very name finds the pages that show it."""
    names = []
    organisations = Organisation.objects.filter(live=True, pk__in=_used_ids(Organisation, language))
    for row in organisations.order_by(by_name("name")):
        shown = row.name if len(row.name) <= MAX_NAME_LENGTH else row.short_name or row.name
        names.append(_name(shown, f"{row.name} {row.short_name}", "organisation", language, q=f'"{shown}"'))
    return names


def _name(text: str, also: str, kind: str, language: str, **parameters: str) -> Name:
    with override(language):
        url = f"{reverse('search')}?{urlencode(parameters)}"
    words = [*typed_words(f"{text} {also}"), *sorted(meeting_spellings(f"{text} {also}"))]
    return Name(tuple(dict.fromkeys(words)), Suggestion(text, url, kind))


def _used_ids(model: type[Model], language: str) -> set[int]:
    """The numbers of those that a public page names: others would lead to an empty list, or to a secret."""
    pages, ids = searchable_pages(language).order_by().values("pk"), set()
    for relation in model._meta.related_objects:
        if key := page_key(relation.related_model):
            rows = relation.related_model._base_manager.filter(**{f"{key}__in": pages})
            ids.update(rows.values_list(relation.field.attname, flat=True).distinct())
    return ids - {None}
