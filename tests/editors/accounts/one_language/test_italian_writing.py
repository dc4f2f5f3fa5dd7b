"""How the Italian of the admin is written: quotes, apostrophes, days, and a few words."""

import re
from datetime import datetime
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.utils import timezone, translation
from django.utils.formats import date_format
from wagtail.utils.timestamps import render_timestamp

from portal.messages import CORRECTIONS, LOCALES

from .foreign import messages

MOMENT = timezone.make_aware(datetime(2026, 11, 29, 10, 32))
TAG = re.compile(r"<[^>]*>")
QUOTED = r"%\(\w+\)s|\{\w*\}"
STRAIGHT = re.compile(rf"""['"](?:{QUOTED})|(?:{QUOTED})['"]|“|”|(?<=\w)'(?=\w)|\bemail\b|\b[Ss]lug\b""")
DATED = r"(?:datetime|timestamp|\w*_at|\w+_datetime|last_sync_date|when)"
BEFORE_A_DAY = re.compile(rf"\b(?:de|a|da|ne)?(?:l|i)l?\s+(?:%\(|{{){DATED}", re.IGNORECASE)
# The quotes that a reader types around a phrase, names of closed lists as their sources write them, and what
# Wagtail says of itself, which is left out.
LEFT = re.compile(
    r"whole phrase|Aosta|Start-up and business|Companies in crisis|Enterprise networks"
    r"|got your back|editor guide$|^What"
)


def sources() -> set[str]:
    """The English texts of Wagtail's apps and of ours."""
    roots = [Path(app.path) / "locale" for app in apps.get_app_configs() if app.name.startswith("wagtail")]
    files = [root / "it" / "LC_MESSAGES" / "django.po" for root in [*roots, LOCALES, CORRECTIONS]]
    entries = [entry for file in files if file.exists() for entry in polib.pofile(str(file))]
    return {text for entry in entries for text in (entry.msgid, entry.msgid_plural) if text}


@pytest.fixture
def italian(real_catalogues):
    said = messages("it")
    return {text: said[text] for text in sources() if said[text] != text and not LEFT.search(text)}


def test_names_stand_in_the_same_quotes_and_apostrophes_are_round(italian):
    wrong = {source: text for source, text in italian.items() if STRAIGHT.search(TAG.sub("", text))}
    assert wrong == {}


def test_no_preposition_before_a_day_depends_on_its_number(italian):
    wrong = {source: text for source, text in italian.items() if BEFORE_A_DAY.search(TAG.sub("", text))}
    assert wrong == {}


def test_days_are_written_small_in_italian_and_hours_in_full(real_catalogues):
    with translation.override("it"):
        assert render_timestamp(MOMENT) == "domenica 29 novembre 2026 alle 10:32"
        assert date_format(MOMENT, "DATE_FORMAT") == "29 novembre 2026"


def test_no_sentence_in_english_ends_with_two_dots(real_catalogues):
    with translation.override("en"):
        assert render_timestamp(MOMENT) == "Sunday 29 November 2026, 10:32"
        for name in ("TIME_FORMAT", "DATETIME_FORMAT", "SHORT_DATETIME_FORMAT", "DATE_FORMAT"):
            assert "." not in date_format(timezone.localtime(MOMENT), name)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Public", "Visibile a tutti"),
        ("Locked by schedule", "Non modificabile: la pubblicazione è pianificata"),
    ],
)
def test_a_word_is_not_taken_for_another(real_catalogues, source, said):
    with translation.override("it"):
        assert translation.gettext(source) == said
        assert translation.pgettext("page", "Changed") == "Modificata"
