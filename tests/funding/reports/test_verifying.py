"""One click notes that a sheet was compared with the official page today."""

import json
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail_localize.models import Translation, TranslationSource

from cms import cache_version
from editors.accounts.roles import AUTHOR, EDITOR_IN_CHIEF, FUNDING_EXPERT, TRANSLATOR
from funding.models import FundingSheetPage, SheetChange
from tests.editors.dashboard.conftest import TODAY
from tests.funding.test_admin import form_data

pytestmark = pytest.mark.django_db


def click(client, sheet, **data):
    return client.post(reverse("funding_verify", args=[sheet.pk]), data)


def row(sheet) -> FundingSheetPage:
    return FundingSheetPage.objects.get(pk=sheet.pk)


def draft(sheet) -> FundingSheetPage:
    return row(sheet).get_latest_revision_as_object()


def test_a_click_sets_the_day_and_the_person(expert, site):
    get_user_model().objects.filter(username="funding-expert").update(first_name="Ada", last_name="Neri")
    answer = click(expert, site.sheet)
    assert answer.status_code == 302
    sheet = row(site.sheet)
    assert (sheet.verified_on, sheet.verified_by) == (TODAY, "Ada Neri")


def test_it_is_offered_once_a_day(expert, site):
    address = reverse("funding_verify", args=[site.sheet.pk])
    listed = "/admin/funding_sheets/"
    assert address in expert.get(listed).content.decode()
    click(expert, site.sheet)
    assert address not in expert.get(listed).content.decode()


def test_the_login_name_is_never_shown_to_the_public(expert, site):
    click(expert, site.sheet)
    assert row(site.sheet).verified_by == "Intreccio"


def test_a_pending_draft_stays_one_and_keeps_the_day(expert, site):
    site.sheet.code = "NON PUBBLICATO"
    site.sheet.save_revision()
    click(expert, site.sheet)
    assert row(site.sheet).code == ""
    assert row(site.sheet).has_unpublished_changes
    assert (draft(site.sheet).code, draft(site.sheet).verified_on) == ("NON PUBBLICATO", TODAY)
    row(site.sheet).latest_revision.publish()
    assert row(site.sheet).verified_on == TODAY


def test_a_version_that_is_scheduled_or_in_approval_keeps_the_day(expert, site, person):
    site.sheet.save_revision()
    site.sheet.get_workflow().start(site.sheet, None)
    waiting = site.sheet.current_workflow_task_state.revision
    FundingSheetPage.objects.filter(pk=site.sheet.pk).update(latest_revision=None)
    from funding.editors.verifying import verify

    verify(row(site.sheet), person(EDITOR_IN_CHIEF))
    waiting.refresh_from_db()
    assert waiting.content["verified_on"] == TODAY.isoformat()


def test_every_language_says_the_same(expert, site):
    site.english_sheet.save_revision()
    click(expert, site.sheet)
    assert row(site.english_sheet).verified_on == TODAY
    assert draft(site.english_sheet).verified_on == TODAY


def test_translating_later_does_not_put_the_old_day_back(expert, site):
    source, _created = TranslationSource.get_or_create_from_instance(site.sheet)
    translation = Translation.objects.create(source=source, target_locale=site.english.locale)
    click(expert, site.sheet)
    source.refresh_from_db()
    assert json.loads(source.content_json)["verified_on"] == TODAY.isoformat()
    translation.refresh_from_db()
    source.create_or_update_translation(site.english.locale, fallback=True)
    assert row(site.english_sheet).verified_on == TODAY


def test_it_is_in_wagtails_history_and_not_in_the_log_of_changes(expert, site):
    click(expert, site.sheet)
    entry = PageLogEntry.objects.get(action="funding.verified")
    assert (entry.page_id, entry.user.username) == (site.sheet.pk, "funding-expert")
    history = expert.get(reverse("wagtailadmin_pages:history", args=[site.sheet.pk])).content.decode()
    assert "Compared with the official page" in history
    assert not SheetChange.objects.exists()


def test_the_public_sees_it_at_once(expert, site, client):
    before = cache_version.current()
    click(expert, site.sheet)
    assert cache_version.current() != before
    assert "24 November 2026" in client.get(site.english_sheet.url).content.decode()


@pytest.mark.parametrize("role", [AUTHOR, TRANSLATOR], ids=lambda role: role.name)
def test_who_may_not_change_the_sheet_is_refused_on_the_spot(browser, site, role):
    client = browser(role)
    for sheet in (site.sheet, site.english_sheet):
        assert click(client, sheet).status_code == 403
        assert client.get(reverse("funding_verify", args=[sheet.pk])).status_code == 403
    assert row(site.sheet).verified_on is None


@pytest.mark.parametrize("role", [FUNDING_EXPERT, EDITOR_IN_CHIEF], ids=lambda role: role.name)
def test_who_may_is_asked_by_a_link_and_changes_nothing_by_it(browser, site, role):
    client = browser(role)
    page = client.get(reverse("funding_verify", args=[site.sheet.pk]))
    assert page.status_code == 200
    assert "Mark as verified today" in page.content.decode()
    assert row(site.sheet).verified_on is None


def test_a_forged_form_is_refused(site, person):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person(FUNDING_EXPERT))
    assert click(client, site.sheet).status_code == 403
    assert row(site.sheet).verified_on is None


def test_a_locked_sheet_is_left_alone_and_that_is_said(expert, site, person):
    FundingSheetPage.objects.filter(pk=site.sheet.pk).update(locked=True, locked_by=person(EDITOR_IN_CHIEF))
    answer = expert.post(reverse("funding_verify", args=[site.sheet.pk]), follow=True)
    assert "is locked: nothing was changed" in answer.content.decode()
    assert row(site.sheet).verified_on is None


def test_it_goes_back_to_where_the_button_was_and_nowhere_else(expert, site):
    here = reverse("report_not-verified") + "?p=2"
    assert click(expert, site.sheet, next=here).url == here
    elsewhere = click(expert, site.sheet, next="https://example.org/").url
    assert elsewhere == reverse("wagtailadmin_pages:edit", args=[site.sheet.pk])


def test_an_unknown_sheet_is_not_found(expert, site):
    for number in (999_999, site.article.pk):
        answer = expert.post(reverse("funding_verify", args=[number]), follow=True)
        assert answer.status_code == 404


def test_the_button_is_where_people_look(expert, site):
    address = reverse("funding_verify", args=[site.sheet.pk])
    for place in (
        reverse("wagtailadmin_home"),
        reverse("report_not-verified"),
        reverse("funding_sheets:index"),
        reverse("wagtailadmin_pages:edit", args=[site.sheet.pk]),
    ):
        assert address in expert.get(place).content.decode(), place


def test_no_button_without_the_right(translator, author, site):
    place = reverse("wagtailadmin_pages:edit", args=[site.english_sheet.pk])
    assert "/verified/" not in translator.get(place).content.decode()
    assert "/verified/" not in author.get(reverse("funding_sheets:index")).content.decode()


def test_a_verified_sheet_leaves_the_list(expert, site):
    listed = reverse("report_not-verified")
    assert site.sheet.title in expert.get(listed).content.decode()
    click(expert, site.sheet)
    expert.get(listed)  # the message is shown once
    assert site.sheet.title not in expert.get(listed).content.decode()


def test_the_day_is_that_of_rome(expert, site):
    import time_machine

    with time_machine.travel("2026-11-24T23:30:00+00:00", tick=False):
        expert.force_login(get_user_model().objects.get(username="funding-expert"))
        click(expert, site.sheet)
    assert row(site.sheet).verified_on == date(2026, 11, 25)


def old_form(client, sheet, **changes):
    """A sheet's form as it is now, to be sent later."""
    address = reverse("wagtailadmin_pages:edit", args=[sheet.pk])
    context = client.get(address).context
    known = {
        "verification_seen": context["form"]["verification_seen"].value(),
        "loaded_revision_id": str(context["page"].latest_revision_id or ""),
    }
    data = form_data(title="Bando", slug="bando", no_deadline="on", opens_on="", closes_on="", **changes)
    return lambda: client.post(address, data | known)


def test_a_form_that_was_opened_before_does_not_undo_it(expert, site):
    site.sheet.save_revision()
    send = old_form(expert, site.sheet, code="AV-1", verified_on="2026-09-01", verified_by="Altri")
    click(expert, site.sheet)
    assert send().status_code == 302
    assert (draft(site.sheet).code, draft(site.sheet).verified_on) == ("AV-1", TODAY)
    assert draft(site.sheet).verified_by == "Intreccio"


def test_a_form_that_was_opened_after_may_correct_it(expert, site):
    site.sheet.save_revision()
    click(expert, site.sheet)
    assert old_form(expert, site.sheet, verified_on="2026-11-20")().status_code == 302
    assert draft(site.sheet).verified_on == date(2026, 11, 20)
