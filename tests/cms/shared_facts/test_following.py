"""A fact that is published in Italian is one in English at once, and the words stay."""

from contextlib import nullcontext
from datetime import time, timedelta
from decimal import Decimal
from unittest import mock

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from wagtail_localize.models import (
    StringTranslation,
    Translation,
    TranslationSource,
)

from cms import cache_version
from cms.models import GlossaryTerm
from funding.models import SheetChange
from search.models import OutboxEntry
from tests.factories import pages

from .conftest import NEW, OLD, anew, publish, says

pytestmark = pytest.mark.django_db


def test_an_extension_is_told_on_both_pages_and_logged_once(call, synchronised, client):
    english = synchronised(call)
    StringTranslation.objects.filter(data="Bando cori").update(data="Choirs")
    OutboxEntry.objects.all().delete()
    before = cache_version.current()
    publish(call, closes_on=NEW)
    assert says(english)
    assert SheetChange.objects.count() == 1
    assert (english.pk, "en") in OutboxEntry.objects.values_list("page_id", "language")
    assert cache_version.current() != before
    text = client.get(anew(english).url).content.decode()
    assert "17 December" in text
    assert "3 December" in text
    assert "Extended to" in text


@pytest.mark.parametrize("kind", ["synchronised", "stopped", "by_hand"])
def test_each_kind_of_translation_follows_and_keeps_its_words(call, request, kind):
    english = request.getfixturevalue(kind)(call)
    draft = anew(english)
    draft.summary = "For choirs, as our draft says."
    draft.save_revision()
    publish(call, closes_on=NEW, suspended=True, budget=Decimal(900))
    row, kept = anew(english), anew(english).get_latest_revision()
    assert (row.closes_on, row.suspended, row.budget) == (NEW, True, Decimal(900))
    assert row.summary == "Per cori."
    assert row.has_unpublished_changes
    assert kept.content["summary"] == "For choirs, as our draft says."
    assert (kept.content["closes_on"], kept.content["suspended"]) == ("2026-12-17", True)


def test_a_version_that_is_not_public_follows_too(call, by_hand):
    english = by_hand(call)
    english.unpublish()
    publish(call, closes_on=NEW)
    assert says(english)
    assert not anew(english).live
    assert SheetChange.objects.count() == 1


def test_what_is_only_a_draft_in_italian_changes_nothing(call, by_hand):
    english = by_hand(call)
    draft = anew(call)
    draft.closes_on = NEW
    draft.save_revision()
    assert says(english, OLD)


def test_what_a_translator_publishes_later_does_not_bring_old_facts_back(
    call, synchronised, django_capture_on_commit_callbacks
):
    english = synchronised(call)
    publish(call, closes_on=NEW, application_link="https://domande.example/2")
    translation = Translation.objects.get(source__object_id=english.translation_key)
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    assert says(english)
    assert anew(english).application_link == "https://domande.example/2"
    assert SheetChange.objects.count() == 1


def test_nobody_is_told_that_words_are_behind_when_only_facts_have_changed(call, synchronised, admin):
    english = synchronised(call)
    told = "published again after this translation was begun"
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        publish(call, closes_on=NEW)
        assert told not in admin.get(address).content.decode()
    with time_machine.travel(timezone.now() + timedelta(minutes=9)):
        publish(call, summary="Per cori e bande.")
        assert told in admin.get(address).content.decode()


def test_an_event_is_called_off_in_both_languages_and_calendars_hear_of_it(tree, synchronised, client):
    event = pages.event(tree.events, title="Incontro", slug="incontro", start_day=OLD, start_time=time(18))
    english = synchronised(publish(event))
    publish(event, state="cancelled")
    row = anew(english)
    assert row.cancelled
    (entry,) = Calendar.from_ical(client.get(f"{row.url}calendar.ics").content).events
    assert (entry["STATUS"], int(entry["SEQUENCE"])) == ("CANCELLED", 1)


def test_an_earlier_version_in_english_is_no_news_for_calendars(tree, by_hand):
    event = pages.event(tree.events, title="Incontro", slug="incontro", start_day=OLD)
    english = by_hand(publish(event))
    first = english.get_latest_revision()
    publish(event, start_day=NEW)
    assert anew(english).calendar_sequence == 1
    first.as_object().save_revision().publish()
    assert (anew(english).start_day, anew(english).calendar_sequence) == (NEW, 1)


def test_calendars_take_the_english_entry_of_an_extended_call_for_a_newer_one(call, synchronised, client):
    english = synchronised(call)
    publish(call, closes_on=NEW)
    entries = Calendar.from_ical(client.get(f"{anew(english).url}calendar.ics").content).events
    assert {int(entry["SEQUENCE"]) for entry in entries} == {2}  # each change counts twice
    assert NEW in {entry.decoded("DTSTART") for entry in entries}


def test_a_term_follows_but_for_an_address_that_another_has(tree, synchronised):
    term = GlossaryTerm.objects.create(term="Cofinanziamento", slug="cofinanziamento", explanation="Parte.")
    english = synchronised(term)
    other = GlossaryTerm(term="Share", slug="quota", explanation="A share.", locale=tree.english.locale)
    other.save()
    publish(term, facts=["budget"], slug="quota")
    assert (anew(english).facts, anew(english).slug) == (["budget"], "cofinanziamento")


def test_the_version_translated_from_leads_even_where_it_is_english(tree, admin, call):
    english = pages.sheet(tree.english.funding, title="Choirs", slug="choirs", closes_on=OLD)
    english = publish(english)
    source, _ = TranslationSource.get_or_create_from_instance(english)
    translation = Translation.objects.create(source=source, target_locale=tree.locale)
    translation.save_target(publish=True)
    italian = anew(translation.get_target_instance())
    publish(english, closes_on=NEW)
    assert says(italian)


def test_what_stands_alone_costs_one_question(call):
    def count() -> int:
        row = anew(call)
        with CaptureQueriesContext(connection) as asked:
            row.save()
        return len(asked)

    ours = count()
    with (
        mock.patch("cms.shared_facts.mixin.sync_facts", lambda *a: nullcontext()),
        mock.patch("funding.models.parts.changes.sync_facts", lambda *a: nullcontext()),
    ):
        without = count()
    assert ours - without <= 3  # the question, and the savepoint around it


def test_what_was_left_behind_before_an_upgrade_is_put_right(call, synchronised, capsys):
    english = synchronised(call)
    type(call).objects.filter(pk=call.pk).update(closes_on=NEW)
    call_command("share_facts")
    assert anew(english).closes_on == NEW
    assert "1 changed." in capsys.readouterr().out
    call_command("share_facts")
    assert "0 changed." in capsys.readouterr().out
