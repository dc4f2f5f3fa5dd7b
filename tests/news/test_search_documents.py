"""The search knows a page by its labels, places and parties, and by the words of all its parts."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import pages

pytestmark = pytest.mark.django_db


def test_an_event(fair):
    found = fair.search_document()
    assert found.type == "event"
    assert found.day == date(2026, 12, 5)
    for words in ("Ente Fiera", "Bologna", "Sala Grande"):
        assert words in found.facts
    for words in ("Apertura", "Anna Neri", "Saluti."):
        assert words in found.body


def test_an_event_whose_year_is_not_known_has_no_day_to_sort_by(mission):
    assert mission.search_document().day is None


def test_a_project(network):
    found = network.search_document()
    assert found.day == date(2012, 1, 1)
    for words in ("Consorzio Uno", "Mantova", "M1C3", "B81I22000060001", network.get_kind_display()):
        assert words in found.facts
    for words in ("Pensare e agire", "Ramo commerciale", "Organizzazione", "candidature"):
        assert words in found.body


def test_an_article(tree):
    page = pages.article(tree.news, day=date(2026, 5, 2), author="Ufficio stampa")
    assert page.search_document().day == date(2026, 5, 2)
    assert "Ufficio stampa" in page.search_document().facts
    published = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    undated = pages.article(tree.news, first_published_at=published)
    assert undated.search_document().day == date(2026, 11, 23)
