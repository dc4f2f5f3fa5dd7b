"""What the checklist finds in a draft, and what it leaves alone."""

from dataclasses import replace
from datetime import date

import pytest

from cms.page_content import DayToCheck, Heading, PageContent, ShownPicture
from editors.checklist.rules import QUOTED, check, quoted

TODAY = date(2026, 11, 24)
GOOD = PageContent(
    language="it",
    title="Un laboratorio serale per imparare a tessere",
    summary="Dodici sere al telaio, senza costi, per chi abita nel quartiere.",
    pictures=(ShownPicture("La foto", "Due persone al telaio"), ShownPicture("Filo", "", decorative=True)),
    outline=(Heading(2, "Chi può venire"), Heading(3, "Gli orari"), Heading(2, "Come si fa")),
    links=("il regolamento (PDF)", "scrivere alla cooperativa"),
    passages=("Si comincia il primo lunedì del mese.",),
    days=(DayToCheck("start_day", "Primo giorno", date(2027, 2, 1), 3, over=True),),
)


def codes(**changes):
    return [finding.code for finding in check(replace(GOOD, **changes), TODAY)]


def test_a_good_page_is_left_alone():
    assert codes() == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": "x" * 71}, "title-long"),
        ({"search_title": "x" * 71}, "title-long"),
        ({"title": "Due"}, "title-short"),
        ({"summary": "  "}, "summary-missing"),
        ({"summary": "un Laboratorio serale per imparare a tessere "}, "summary-title"),
        ({"pictures": (ShownPicture("La foto", " "),)}, "alt-missing"),
        ({"pictures": (ShownPicture("La foto", "telaio_grande.JPG"),)}, "alt-file"),
        ({"pictures": (ShownPicture("La foto", "IMG_20261124"),)}, "alt-file"),
        ({"outline": (Heading(3, "Orari"),)}, "heading-order"),
        ({"outline": (Heading(2, "A"), Heading(4, "B"))}, "heading-order"),
        ({"outline": (Heading(2, " "),)}, "heading-empty"),
        ({"links": ("Clicca  qui!",)}, "link-vague"),
        ({"links": ("»  Leggi di più",)}, "link-vague"),
        ({"language": "en", "links": ("Click here",)}, "link-vague"),
        ({"language": "en", "links": ("Read more…",)}, "link-vague"),
        ({"language": "fr", "links": ("Cliquez ici",)}, "link-vague"),
        ({"links": ("",)}, "link-empty"),
        ({"links": ("https://www.example.org/bando",)}, "link-address"),
        ({"links": ("www.example.org",)}, "link-address"),
        ({"passages": ("parola " * 45,)}, "sentence-long"),
        ({"passages": ("Amministrazione rendicontazione imprescindibile. " * 30,)}, "hard"),
    ],
)
def test_what_is_doubtful_is_found(changes, code):
    assert codes(**changes) == [code]


def test_a_long_title_is_fine_with_a_short_one_for_search_engines():
    assert codes(title="x" * 120, search_title="Bando sale") == []


@pytest.mark.parametrize("text", ["qui si entra", "the page on grants", "Read more about the loom"])
def test_a_link_that_says_where_it_leads_is_fine(text):
    assert codes(links=(text,)) == []
    assert codes(links=(text,), language="en") == []


def test_a_link_is_told_once_however_often_it_stands_there():
    assert codes(links=("qui", "qui")) == ["link-vague"]


@pytest.mark.parametrize(
    ("day", "options", "expected"),
    [
        (date(2029, 11, 24), {"years_ahead": 3}, []),
        (date(2029, 11, 25), {"years_ahead": 3}, ["day-far"]),
        (date(2036, 11, 24), {}, []),
        (date(2206, 11, 24), {}, ["day-far"]),
        (date(2000, 1, 1), {}, []),
        (date(1999, 12, 31), {}, ["day-old"]),
        (date(26, 11, 24), {"over": True}, ["day-old"]),
        (date(2026, 11, 24), {"over": True}, []),
        (date(2026, 11, 23), {"over": True}, ["day-over"]),
        (date(2026, 11, 23), {}, []),
    ],
)
def test_days_are_plausible(day, options, expected):
    assert codes(days=(DayToCheck("closes_on", "Scadenza", day, **options),)) == expected


def test_a_leap_day_is_a_day_like_others():
    draft = replace(GOOD, days=(DayToCheck("d", "D", date(2031, 3, 1), 3),))
    assert [finding.code for finding in check(draft, date(2028, 2, 29))] == ["day-far"]


def test_findings_come_in_the_order_of_the_page():
    found = codes(title="Due", summary="", links=("qui",), outline=(Heading(4, "B"),))
    assert found == ["title-short", "summary-missing", "heading-order", "link-vague"]


def test_a_quotation_is_one_line_and_has_an_end():
    assert quoted("due\n righe") == "due righe"
    assert len(quoted("x" * 200)) == QUOTED
