"""Periods read as a person would say them, and never say more than the source does."""

from datetime import date, time

import pytest
from django.utils import translation

from news import dates

ITALIAN = {
    "day not indicated": "data non indicata",
    "%(day)s, at %(time)s": "%(day)s, ore %(time)s",
    "%(day)s, %(start)s–%(end)s": "%(day)s, ore %(start)s–%(end)s",
    "%(when)s, year not given by the source": "%(when)s, anno non indicato dalla fonte",
    "from %(month)s": "da %(month)s",
    "until %(month)s": "fino a %(month)s",
    "%(count)d months": "%(count)d mesi",
    "%(count)d month": "%(count)d mese",
}


@pytest.fixture
def speak(monkeypatch):
    """Sets the language; the Italian words stand here, so that the table can be read as a whole."""

    def speak(language):
        translation.activate(language)
        words = ITALIAN if language == "it" else {}
        monkeypatch.setattr(dates, "gettext", lambda text: words.get(text, text))
        monkeypatch.setattr(
            dates, "ngettext", lambda one, many, n: words.get(one, one) if n == 1 else words.get(many, many)
        )

    yield speak
    translation.deactivate()


def at(day, month, year=2026):
    return date(year, month, day)


EVENTS = [
    # start, end, from, to, whether the year is known, Italian, English
    (None, None, None, None, True, "data non indicata", "day not indicated"),
    (at(5, 12), None, None, None, True, "5 dicembre 2026", "5 December 2026"),
    (at(5, 12), at(5, 12), None, None, True, "5 dicembre 2026", "5 December 2026"),
    (at(5, 12), None, time(10), None, True, "5 dicembre 2026, ore 10:00", "5 December 2026, at 10:00"),
    (
        *(at(5, 12), None, time(10), time(13), True),
        "5 dicembre 2026, ore 10:00–13:00",
        "5 December 2026, 10:00–13:00",
    ),
    (at(5, 12), at(7, 12), None, None, True, "5–7 dicembre 2026", "5–7 December 2026"),
    (
        *(at(28, 11), at(7, 12), None, None, True),
        "28 novembre – 7 dicembre 2026",
        "28 November – 7 December 2026",
    ),
    (
        *(at(30, 12), at(2, 1, 2027), None, None, True),
        "30 dicembre 2026 – 2 gennaio 2027",
        "30 December 2026 – 2 January 2027",
    ),
    (
        *(at(5, 12), at(7, 12), time(9, 30), time(13), True),
        "5 dicembre 2026, ore 09:30 – 7 dicembre 2026, ore 13:00",
        "5 December 2026, at 09:30 – 7 December 2026, at 13:00",
    ),
    (
        *(at(5, 12), at(7, 12), None, time(13), True),
        "5 dicembre 2026 – 7 dicembre 2026, ore 13:00",
        "5 December 2026 – 7 December 2026, at 13:00",
    ),
    (
        *(at(5, 12, 2012), at(7, 12, 2012), None, None, False),
        "5–7 dicembre, anno non indicato dalla fonte",
        "5–7 December, year not given by the source",
    ),
    (
        *(at(5, 12, 2012), None, time(10), None, False),
        "5 dicembre, ore 10:00, anno non indicato dalla fonte",
        "5 December, at 10:00, year not given by the source",
    ),
    (
        *(at(30, 12, 2012), at(2, 1, 2013), None, None, False),
        "30 dicembre – 2 gennaio, anno non indicato dalla fonte",
        "30 December – 2 January, year not given by the source",
    ),
]


@pytest.mark.parametrize("row", EVENTS, ids=lambda row: row[-1])
def test_the_period_of_an_event(row, speak):
    start, end, start_time, end_time, year_known, italian, english = row
    for language, words in (("it", italian), ("en", english)):
        speak(language)
        assert dates.event_period(start, end, start_time, end_time, year_known=year_known) == words


PROJECTS = [
    (None, None, None, "", ""),
    (at(1, 1, 2012), None, 36, "da gennaio 2012, 36 mesi", "from January 2012, 36 months"),
    (at(15, 1, 2012), None, None, "da gennaio 2012", "from January 2012"),
    (None, at(1, 8, 2014), None, "fino a agosto 2014", "until August 2014"),
    (None, None, 1, "1 mese", "1 month"),
    (None, None, 18, "18 mesi", "18 months"),
    (
        *(at(1, 1, 2012), at(31, 12, 2014), 36),
        "gennaio 2012 – dicembre 2014, 36 mesi",
        "January 2012 – December 2014, 36 months",
    ),
    (at(1, 2, 2012), at(31, 5, 2012), None, "febbraio–maggio 2012", "February – May 2012"),
    (at(1, 2, 2012), at(28, 2, 2012), None, "febbraio 2012", "February 2012"),
]


@pytest.mark.parametrize("row", PROJECTS, ids=lambda row: row[-1] or "unknown")
def test_the_period_of_a_project_has_the_precision_of_a_month(row, speak):
    start, end, months, italian, english = row
    for language, words in (("it", italian), ("en", english)):
        speak(language)
        assert dates.project_period(start, end, months) == words


def test_a_weekday_is_told_only_where_the_year_makes_it_certain(speak):
    speak("it")
    assert dates.long_day(at(5, 12), weekday=True) == "sabato 5 dicembre 2026"
    assert dates.long_day(at(5, 12), weekday=True, year_known=False) == "5 dicembre"


def test_a_further_language_needs_nothing_but_its_name(speak):
    speak("fr")
    assert dates.event_period(at(5, 12), at(7, 12)) == "5–7 décembre 2026"
    speak("de")
    assert dates.event_period(at(28, 11), at(7, 12)) == "28. November – 7. Dezember 2026"
