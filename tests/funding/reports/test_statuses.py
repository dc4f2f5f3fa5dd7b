"""Sheets whose status a new version tells otherwise wait in a list until somebody settles them."""

from datetime import date, time
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from funding.models import FundingSheetPage, SheetChange, StatusReview
from tests.editors.dashboard.conftest import TODAY
from tests.factories import pages

from .test_lists import titles

pytestmark = pytest.mark.django_db
LIST = "status-changed"
OPENED = {"opens_on": date(2026, 10, 1), "summary": "Una frase."}


@pytest.fixture
def undated(site):
    sheet = pages.sheet(site.funding, title="Senza data", **OPENED)
    pages.translate(sheet, site.english.locale, title="Undated", slug="undated")
    StatusReview.objects.create(page=sheet, before="open", after="undated")
    return sheet


def settle(client, sheet, statement: str, **more):
    return client.post(reverse("funding_resolve_status", args=[sheet.pk]), {"statement": statement, **more})


def versions(sheet) -> list[FundingSheetPage]:
    return list(FundingSheetPage.objects.filter(translation_key=sheet.translation_key))


@pytest.mark.parametrize(
    ("statement", "more", "status"),
    [
        ("no-deadline", {}, "open"),
        ("concluded", {}, "closed"),
        ("dated", {"day": "2027-06-30"}, "open"),
        ("right", {}, "undated"),
    ],
)
def test_one_click_settles_a_sheet_in_every_language(chief, undated, statement, more, status):
    assert titles(chief, LIST) == {"Senza data"}
    undated.save_revision()
    assert settle(chief, undated, statement, **more).status_code == 302
    assert {sheet.status.value for sheet in versions(undated)} == {status}
    draft = FundingSheetPage.objects.get(pk=undated.pk).get_latest_revision_as_object()
    assert draft.status.value == status
    assert titles(chief, LIST) == set()


def test_what_is_settled_is_told_as_a_change(chief, undated):
    settle(chief, undated, "no-deadline")
    [change] = SheetChange.objects.filter(sheet_key=undated.translation_key)
    assert (change.field, change.before, change.after) == ("closes", None, "none")


def test_a_day_that_is_none_changes_nothing_and_says_why(chief, undated):
    for more in ({}, {"day": "domani"}, {"day": "2020-01-01"}):
        answer = chief.post(
            reverse("funding_resolve_status", args=[undated.pk]), {"statement": "dated", **more}, follow=True
        )
        assert "Senza data: " in answer.content.decode()
        assert titles(chief, LIST) == {"Senza data"}


def test_who_gives_the_sheet_its_days_otherwise_has_settled_it_as_well(chief, undated):
    undated.closes_on = TODAY
    undated.save_revision().publish()
    assert titles(chief, LIST) == set()


def test_only_those_who_may_publish_settle(author, translator, undated):
    for client in (author, translator):
        assert settle(client, undated, "concluded").status_code == 403
    assert StatusReview.objects.exists()


def test_the_upgrade_notes_each_sheet_whose_status_it_changes(site):
    past, later = date(2026, 10, 20), date(2027, 6, 30)
    expected = {
        "undated": {**OPENED},
        "closed": {"closes_on": past},
        "evaluation": {"closes_on": past, "results_awaited": True},
        "open": {"closes_on": later},
        "placeholder": {**OPENED, "closes_on": date(2099, 12, 31)},
        "nothing known": {},
    }
    same = {
        "dated": {**OPENED, "closes_on": later},
        "no deadline": {**OPENED, "no_deadline": True},
        "suspended": {"suspended": True},
        "over": {**OPENED, "closes_on": past},
        "to come": {"opens_on": later},
        "at noon": {**OPENED, "closes_on": later, "closes_at": time(12)},
    }
    made = {name: pages.sheet(site.funding, title=name, **facts) for name, facts in (expected | same).items()}
    import_module("funding.migrations.0007_note_changed_statuses").note_changed(apps, None)
    found = {row.page.title: row for row in StatusReview.objects.select_related("page")}
    assert set(found) - {"Bando"} == set(expected)
    for name, row in found.items():
        if name in made:
            assert row.after == made[name].status.value.replace("closing", "open"), name
    assert (found["open"].before, found["undated"].before) == ("forthcoming", "open")


def test_a_note_that_contradicts_the_days_is_listed(expert, site):
    note = "entro le ore 12.30 del 30 aprile 2027"
    pages.sheet(site.funding, title="Altro giorno", closes_on=date(2027, 6, 30), dates_note=note, **OPENED)
    pages.sheet(
        site.funding,
        title="Uguale",
        closes_on=date(2027, 4, 30),
        closes_at=time(12, 30),
        dates_note=note,
        **OPENED,
    )
    assert titles(expert, "days-in-doubt") == {"Altro giorno"}
    sheet = FundingSheetPage.objects.get(title="Altro giorno")
    html = expert.get(reverse("wagtailadmin_pages:edit", args=[sheet.pk])).content.decode()
    assert (
        "The note on dates says: 30 April 2027, at 12:30 (Italian time); the fields say: 30 June 2027" in html
    )
