"""A fact that is published in Italian is one in English at once, whoever publishes it, and the words stay."""

from contextlib import nullcontext
from datetime import date, time, timedelta
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
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask
from wagtail_localize.models import (
    SegmentOverride,
    StringTranslation,
    Translation,
    TranslationContext,
    TranslationSource,
)

from cms import cache_version
from cms.models import GlossaryTerm, Organisation, PageParty, PageTopic, Topic
from funding.editors import status_resolution
from funding.models import SheetChange
from search.models import OutboxEntry
from tests.factories import pages
from tests.funding.conftest import make_sheet, ministry, today  # noqa: F401

from .conftest import anew, publish

pytestmark = pytest.mark.django_db

OLD, NEW = date(2026, 12, 3), date(2026, 12, 17)


@pytest.fixture
def call(make_sheet):  # noqa: F811
    sheet = make_sheet(title="Bando cori", slug="cori", closes_on=OLD, summary="Per cori.")
    return publish(sheet)


def says(version, day=NEW) -> bool:
    """Row, latest version and what would be published next."""
    row = anew(version)
    return (row.closes_on, row.get_latest_revision().content["closes_on"]) == (day, day.isoformat())


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


def test_a_schedule_carries_facts(call, by_hand):
    english = by_hand(call)
    draft = anew(call)
    draft.closes_on, draft.go_live_at = NEW, timezone.now() + timedelta(hours=1)
    draft.save_revision().publish()
    assert says(english, OLD)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled")
    assert says(english)


def test_a_version_scheduled_in_english_does_not_bring_old_facts_back(call, by_hand):
    english = by_hand(call)
    draft = anew(english)
    draft.title, draft.go_live_at = "Choirs", timezone.now() + timedelta(hours=1)
    draft.save_revision().publish()
    publish(call, closes_on=NEW)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled")
    assert says(english)
    assert anew(english).title == "Choirs"
    assert SheetChange.objects.count() == 1


def test_an_approval_carries_facts(call, by_hand, admin):
    english = by_hand(call)
    task = GroupApprovalTask.objects.create(name="Approvazione")
    workflow = Workflow.objects.create(name="Revisione")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=Page.objects.get(pk=call.pk))
    draft = anew(call)
    draft.closes_on = NEW
    draft.save_revision()
    state = workflow.start(anew(call), admin.user)
    assert says(english, OLD)
    state.current_task_state.approve(user=admin.user)
    assert says(english)


def test_an_earlier_version_that_comes_back_carries_its_facts(call, by_hand):
    english = by_hand(call)
    first = call.get_latest_revision()
    publish(call, closes_on=NEW)
    first.as_object().save_revision().publish()
    assert says(english, OLD)


def test_an_earlier_version_of_the_translation_keeps_the_facts_of_now(call, by_hand):
    english = by_hand(call, title="Choirs")
    first = english.get_latest_revision()
    publish(call, closes_on=NEW)
    publish(english, title="Singing")
    first.as_object().save_revision().publish()
    assert says(english)
    assert anew(english).title == "Choirs"
    assert [change.after for change in SheetChange.objects.all()] == ["2026-12-17"]


def test_publishing_many_at_once_carries_facts(call, by_hand, admin):
    english = by_hand(call)
    draft = anew(call)
    draft.closes_on = NEW
    draft.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = admin.post(f"{address}?id={call.pk}", {"include_descendants": ""})
    assert answer.status_code == 302
    assert says(english)


def test_a_status_that_is_settled_is_so_in_both_languages(call, by_hand, admin):
    english = by_hand(call)
    status_resolution.resolve_status(anew(call), status_resolution.DATED, admin.user, NEW)
    assert says(english)
    assert SheetChange.objects.count() == 1


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


def test_a_link_that_the_translator_has_replaced_stays(call, synchronised, tree):
    call = publish(call, official_page="https://mic.example/it")
    english = synchronised(call)
    context = TranslationContext.objects.get(object_id=call.translation_key, path="official_page")
    SegmentOverride.objects.create(
        locale=tree.english.locale, context=context, data_json='"https://mic.example/en"'
    )
    publish(english, official_page="https://mic.example/en")
    publish(call, official_page="https://mic.example/it/2", application_link="https://domande.example/2")
    english = anew(english)
    assert english.official_page == "https://mic.example/en"
    assert english.application_link == "https://domande.example/2"


def test_a_link_of_its_own_in_a_version_by_hand_stays_and_others_follow(call, by_hand):
    call = publish(call, official_page="https://mic.example/it", application_link="https://domande.example/1")
    english = by_hand(call, official_page="https://mic.example/en")
    publish(call, official_page="https://mic.example/it/2", application_link="https://domande.example/2")
    english = anew(english)
    assert english.official_page == "https://mic.example/en"
    assert english.application_link == "https://domande.example/2"


def test_rows_follow_and_topics_are_those_of_the_language(tree, by_hand, synchronised):
    music = Topic.objects.create(name="Musica", slug="musica")
    theatre = Topic.objects.create(name="Teatro", slug="teatro")
    in_english = {topic: topic.copy_for_translation(tree.english.locale) for topic in (music, theatre)}
    for topic in in_english.values():
        topic.save()
    event = pages.event(tree.events, title="Incontro", slug="incontro", start_day=OLD)
    event = publish(event, topic_links=[PageTopic(topic=music, locale=tree.locale)])
    versions = [synchronised(event)]
    ente = Organisation.objects.create(name="Ente", slug="ente")
    draft = anew(event)
    draft.topic_links.add(PageTopic(topic=theatre, locale=tree.locale))
    draft.parties.create(organisation=ente, role="promoter")
    draft.save_revision().publish()
    for version in versions:
        row = anew(version)
        assert {link.topic for link in row.topic_links.all()} == set(in_english.values())
        assert {link.locale for link in row.topic_links.all()} == {tree.english.locale}
        assert [part.organisation for part in row.parties.all()] == [ente]
        assert {part["organisation"] for part in row.get_latest_revision().content["parties"]} == {ente.pk}
    draft = anew(event)
    draft.topic_links.set([link for link in draft.topic_links.all() if link.topic == theatre])
    draft.save_revision().publish()
    assert [link.topic for link in anew(versions[0]).topic_links.all()] == [in_english[theatre]]


def test_rows_of_its_own_in_a_version_by_hand_stay(tree, by_hand):
    project = publish(pages.project(tree.projects, title="Rete", slug="rete"))
    ours, theirs = (Organisation.objects.create(name=name, slug=name) for name in ("uno", "due"))
    english = by_hand(project)
    english = publish(english, parties=[PageParty(organisation=ours, role="partner")])
    publish(project, parties=[PageParty(organisation=theirs, role="promoter")])
    assert {part.organisation for part in anew(english).parties.all()} == {ours, theirs}


@pytest.mark.parametrize("kind", ["synchronised", "by_hand"])
def test_days_and_links_inside_rows_follow_and_their_words_do_not(call, request, kind):
    paper = {
        "title": "Testo",
        "file": None,
        "link": "https://mic.example/a.pdf",
        "day": None,
        "language": "it",
    }
    call = publish(
        call, steps=[("step", {"title": "Graduatoria", "day": OLD})], documents=[("document", paper)]
    )
    english = request.getfixturevalue(kind)(call)
    row = anew(english)
    row.steps[0].value["title"] = "Ranking"
    english = publish(english, steps=row.steps)
    draft = anew(call)
    draft.steps[0].value["day"] = NEW
    draft.documents[0].value["link"] = "https://mic.example/b.pdf"
    draft.steps[0].value["title"] = "Graduatoria provvisoria"
    draft.save_revision().publish()
    row = anew(english)
    assert dict(row.steps[0].value) == {"title": "Ranking", "day": NEW}
    assert row.documents[0].value["link"] == "https://mic.example/b.pdf"
    assert row.get_latest_revision().as_object().steps[0].value["day"] == NEW


def test_papers_that_english_does_not_have_yet_are_logged_once(call, by_hand):
    paper = {"title": "Testo", "file": None, "link": "https://mic.example/a.pdf", "day": None}
    call = publish(call, documents=[("document", paper | {"language": "it"})])
    english = by_hand(call)
    papers = anew(call).documents
    papers[0].value["link"] = "https://mic.example/b.pdf"
    papers.append(("document", paper | {"language": "it", "link": "https://mic.example/c.pdf"}))
    before = SheetChange.objects.count()
    publish(call, documents=papers)
    assert anew(english).documents[0].value["link"] == "https://mic.example/b.pdf"
    assert SheetChange.objects.count() == before + 1


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
        mock.patch("cms.shared_facts.mixin.carrying", lambda *a: nullcontext()),
        mock.patch("funding.models.parts.changes.carrying", lambda *a: nullcontext()),
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
