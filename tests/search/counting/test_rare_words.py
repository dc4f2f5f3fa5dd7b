"""Words that hardly anybody has asked for are not shown, and not kept for long."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from search.counting import store
from search.counting.models import SearchCount
from search.counting.retention import MIN_SEARCHES, RARE_DAYS, forget_rare

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)


def asked(words, days_ago, times, today=TODAY):
    day = today - timedelta(days=days_ago)
    SearchCount.objects.create(day=day, language="it", words=words, searches=times)


def kept():
    return {(each.words, (TODAY - each.day).days) for each in SearchCount.objects.all()}


def test_they_are_forgotten_after_a_week():
    asked("mario rossi", RARE_DAYS + 1, MIN_SEARCHES - 1)
    asked("ada", RARE_DAYS, 1)
    asked("teatro", RARE_DAYS + 1, 1)
    asked("teatro", 1, MIN_SEARCHES - 1)
    assert forget_rare(TODAY) == 1
    assert kept() == {("ada", RARE_DAYS), ("teatro", RARE_DAYS + 1), ("teatro", 1)}


def test_the_clock_s_command_does_it():
    asked("mario rossi", RARE_DAYS + 1, 1, timezone.localdate())
    call_command("prune_search_counts")
    assert not SearchCount.objects.exists()


def test_the_report_does_not_show_them(admin_client):
    asked("mario rossi malato", 0, MIN_SEARCHES - 1, timezone.localdate())
    asked("teatro stabile", 0, MIN_SEARCHES, timezone.localdate())
    for address in ("/admin/reports/searches/", "/admin/reports/searches/?export=csv"):
        answer = admin_client.get(address)
        page = b"".join(answer).decode()
        assert "teatro stabile" in page and "malato" not in page


def test_no_day_has_words_without_end(monkeypatch):
    monkeypatch.setattr(store, "MAX_WORDS_A_DAY", 2)
    for words in ("uno", "due", "tre", "uno"):
        store._write("it", words, True)
    assert dict(SearchCount.objects.values_list("words", "searches")) == {"uno": 2, "due": 1}
