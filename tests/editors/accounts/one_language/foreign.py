"""Which language a text is in, by the catalogues themselves: the words of their sources and translations."""

import re
from functools import cache, partial
from pathlib import Path

import django
import polib
from django.apps import apps
from django.utils.translation import gettext, ngettext, override, pgettext

from portal.messages import CORRECTIONS, LOCALES

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]*>|&\w+;")
# Addresses, names of files, code: nothing that is read as a word.
NO_WORDS = re.compile(r"https?://\S+|\S*[/@_\\=]\S*|\S*\.\w+\b|\b[\w-]+-[\w-]+\b|“[^”]*”|«[^»]*»|\"[^\"]*\"")
RAW = re.compile(r"(?<![\w.])(?:None|True|False|undefined|NaN|NULL)(?![\w.])|\[object|\{\{|__proxy__|<django")
# Of languages and of time zones.
NAMES = {"English", "italiano", "français", "MET"}


@cache
def messages(language: str) -> dict[str, str]:
    """All that the admin can say: the English texts, and what becomes of each in ``language``."""
    with override(language):
        return {source: say(source) for source, say in _sources(language).items()}


def _sources(language: str) -> dict:
    """The English texts of the catalogues, each with the function that translates it."""
    roots = [Path(app.path) / "locale" for app in apps.get_app_configs()]
    roots += [Path(django.__file__).parent / "conf" / "locale", LOCALES, CORRECTIONS]
    files = [root / language / "LC_MESSAGES" / "django.po" for root in roots]
    found = {}
    for entry in (entry for file in files if file.exists() for entry in polib.pofile(str(file))):
        if entry.msgid_plural:
            found[entry.msgid] = partial(ngettext, plural=entry.msgid_plural, number=1)
            found[entry.msgid_plural] = partial(_plural, singular=entry.msgid)
        elif entry.msgctxt:
            found.setdefault(entry.msgid, partial(pgettext, entry.msgctxt))
        else:
            found[entry.msgid] = gettext
    return found


def _plural(plural: str, singular: str) -> str:
    return ngettext(singular, plural, 2)


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    found = WORD.findall(NO_WORDS.sub(" ", PLACEHOLDER.sub(" ", text)))
    return [word.lower() for word in found if word not in NAMES]


@cache
def only_in_sources(language: str) -> frozenset[str]:
    """Words of the English texts that no translation uses."""
    said = messages(language)
    theirs = {word for translation in said.values() for word in words(translation)}
    return frozenset({word for source in said for word in words(source) if len(word) > 2} - theirs)


@cache
def only_in_translations(language: str) -> frozenset[str]:
    said = messages(language)
    sources = {word for source in said for word in words(source)}
    return frozenset({word for text in said.values() for word in words(text) if len(word) > 2} - sources)


@cache
def _untranslated(language: str) -> frozenset[str]:
    """Sources that must not appear as they are, in whichever letters: their translation is another text."""
    said = {source.casefold(): text.casefold() for source, text in messages(language).items()}
    texts = set(said.values())
    return frozenset(
        source
        for source, text in said.items()
        if source != text and source not in texts and WORD.search(source)
    )


def english_in(text: str, language: str) -> list[str]:
    """What is English in a text that should be in ``language``."""
    if text in NAMES:
        return []
    if text.casefold() in _untranslated(language):
        return [text]
    return [word for word in words(text) if word in only_in_sources(language)]


def foreign_in_english(text: str, language: str) -> list[str]:
    """What is of ``language`` in a text that should be English."""
    return [word for word in words(text) if word in only_in_translations(language)]


def raw_in(text: str) -> list[str]:
    """Values as a program sees them."""
    return RAW.findall(text)
