"""A page that nobody has translated still tells its facts in the visitor's language."""

import re
from datetime import date, time
from html import unescape

import pytest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import override

from home.models import StandardPage
from tests.factories import pages

pytestmark = pytest.mark.django_db


def shown(client, page) -> str:
    with override("en"):
        address = reverse("untranslated", args=[page.pk])
    assert address.startswith("/en/")
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def plain(markup: str) -> str:
    """The words of some markup, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def test_a_sheet_is_readable_without_any_translation(client, tree, full_sheet):
    words = plain(shown(client, full_sheet))
    with override("en"):
        tables = full_sheet.fact_tables
    assert len(tables) >= 8
    for title, facts in tables:
        assert title in words
        for fact in facts:
            for text in (fact.label, *fact.values, fact.note):
                assert (plain(text) if isinstance(text, SafeString) else " ".join(str(text).split())) in words


def test_what_the_author_wrote_is_marked_and_what_the_program_says_is_not(client, tree):
    sheet = pages.sheet(
        tree.funding,
        title="Bando teatri",
        summary="Paga i teatri.",
        official_title="Avviso pubblico per i teatri",
        beneficiaries=["cooperative"],
        closes_on=date(2030, 1, 31),
        closes_at=time(12),
        grant_max=250_000,
        dates_note="Due finestre.",
    )
    text = shown(client, sheet)
    assert '<span lang="it">Avviso pubblico per i teatri</span>' in text
    assert '<span lang="it">Due finestre.</span>' in text
    assert 'lang="it">Paga i teatri.' in text
    assert "31 January 2030, at 12:00 (Italian time)" in text
    assert "€250,000" in text
    assert '<span lang="it">Cooperatives' not in text
    assert '<span lang="it">31 January' not in text


def test_an_event_and_a_project_tell_their_key_facts(client, tree):
    event = pages.event(tree.events, start_day=date(2030, 5, 4), town="Matera", language="Italiano e inglese")
    text = shown(client, event)
    assert "4 May 2030" in text
    assert '<span lang="it">Matera</span>' in text
    project = pages.project(tree.projects, kind="network", state="running", starts_on=date(2026, 3, 1))
    text = shown(client, project)
    assert "Network" in text
    assert "March 2026" in text


def test_it_stays_within_the_queries_of_a_page(client, tree, full_sheet, django_assert_max_num_queries):
    shown(client, full_sheet)
    with django_assert_max_num_queries(12):
        shown(client, full_sheet)


def test_it_is_not_indexed_and_a_page_without_facts_has_no_table(client, tree):
    page = pages.add(StandardPage, tree.home, title="Chi siamo")
    text = shown(client, page)
    assert 'content="noindex"' in text
    assert '<dl class="facts">' not in text
