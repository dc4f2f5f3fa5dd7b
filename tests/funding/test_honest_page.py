"""A sheet tells how it has changed, whether it was checked, and which other editions there are."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.models import Site

from cms.models import PortalSettings
from funding.models import FundingSheetPage, editions
from funding.presentation.verification import is_due
from tests.factories import pages
from tests.markup import without_layout

from .test_admin import editor, form_data  # noqa: F401
from .test_change_log import edit
from .test_sheet_page import html_of

pytestmark = pytest.mark.django_db


# Changes ---------------------------------------------------------------------------------------------------
def test_an_extended_sheet_shows_the_old_day_by_the_deadline(make_sheet, client):
    sheet = edit(make_sheet(closes_on=date(2026, 12, 3), closes_at=time(12)), closes_on=date(2026, 12, 17))
    html = html_of(client, sheet)
    moment = "3 dicembre 2026, at 12:00 (Italian time)"
    assert f"extended: was<del>{moment}</del>" in without_layout(html)
    assert f"extended: was {moment}" in html


def test_a_later_shortening_or_another_day_ends_the_word_of_the_extension(make_sheet, client):
    sheet = edit(make_sheet(closes_on=date(2026, 12, 3)), closes_on=date(2026, 12, 17))
    sheet = edit(sheet, closes_on=date(2026, 12, 10))
    assert "extended: was" not in html_of(client, sheet)


def test_changes_are_told_with_both_values_day_and_note_in_each_language(make_sheet, client, english_page):
    sheet = make_sheet(beneficiaries=["enterprise"])
    english = english_page(sheet)
    edit(sheet, beneficiaries=["cooperative"], change_note="Errata corrige <b>")
    html = without_layout(html_of(client, sheet))
    changes = html[html.index('id="changes"') :]
    for text in ("was: ", "; now: ", "23 novembre 2026", "<p>Errata corrige &lt;b&gt;</p>"):
        assert text in changes
    html = without_layout(html_of(client, english))
    changes = html[html.index('id="changes"') :]
    assert "was: Enterprises; now: Cooperatives and non-profit associations" in changes
    assert '<p lang="it">Errata corrige &lt;b&gt;</p>' in changes
    assert "23 November 2026" in changes


def test_papers_are_told_by_what_came_and_what_went(make_sheet, client):
    def paper(name):
        link = f"https://mic.example/{name}"
        return ("document", {"title": name, "file": None, "link": link, "day": None, "language": ""})

    sheet = edit(make_sheet(documents=[paper("Uno"), paper("Due")]), documents=[paper("Due"), paper("<Tre>")])
    assert "added: &lt;Tre&gt;; removed: Uno" in html_of(client, sheet)


def test_a_sheet_without_changes_says_so(make_sheet, client):
    assert "No change of dates" in html_of(client, make_sheet())


# Verification ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("verified", "due"),
    [(None, True), (date(2026, 9, 23), True), (date(2026, 9, 24), False), (date(2026, 11, 23), False)],
)
def test_a_check_holds_for_sixty_days(verified, due):
    assert is_due(verified, date(2026, 11, 23)) is due


def test_a_sheet_not_checked_lately_says_so_until_it_closes(make_sheet, client, today):
    sheet = make_sheet(verified_on=date(2026, 9, 24))
    assert "more than 60 days ago" not in html_of(client, sheet)
    request = client.get(sheet.url).wsgi_request
    assert request._expires_at.isoformat() == "2026-11-24T00:00:00+01:00"
    today.shift(timedelta(hours=14))
    assert "more than 60 days ago" in html_of(client, sheet)
    today.move_to("2027-01-01T00:00:00+01:00")
    assert "more than 60 days ago" not in html_of(client, sheet)
    assert 'class="notice"' not in html_of(client, make_sheet(closes_on=date(2027, 3, 1)))  # never checked


def test_the_head_says_how_fresh_the_facts_are(make_sheet, client):
    source = {"source_name": "incentivi.gov.it", "source_updated_on": date(2026, 1, 28)}
    assert "Data of the source, updated on 28 gennaio 2026" in html_of(client, make_sheet(**source))
    checked = html_of(client, make_sheet(verified_on=date(2026, 11, 10), **source))
    assert "Checked on 10 novembre 2026" in checked
    assert "updated on 28" not in checked


def test_administrators_decide_how_long_a_check_holds(make_sheet, client):
    sheet = make_sheet(verified_on=date(2026, 11, 10))
    settings = PortalSettings.for_site(Site.objects.get(is_default_site=True))
    settings.verification_days = 10
    settings.save()
    assert "more than 10 days ago" in html_of(client, sheet)


@pytest.mark.parametrize("label", ["Checked", "Source", "Licence of the source"])
def test_where_a_sheet_comes_from_is_always_told(make_sheet, full_sheet, client, label):
    with override("it"):
        label = gettext(label)
    for sheet, known in ((make_sheet(), False), (full_sheet, True)):
        html = without_layout(html_of(client, sheet))
        line = html[html.index(f"<dt>{label}</dt>") :].split("</dd>")[0]
        assert ('class="unknown"' in line) is not known


# Editions --------------------------------------------------------------------------------------------------
def test_editions_lead_to_each_other_in_each_language(make_sheet, client, english_page):
    old = make_sheet(title="Edizione 2025", closes_on=date(2026, 10, 31))
    new = make_sheet(title="Edizione 2026", previous_edition=old)
    english_new = english_page(new)
    assert editions.previous_edition(english_new) is None  # not translated yet: nothing to lead to
    english_old = english_page(old)
    for older, newer in ((old, new), (english_old, english_new)):
        assert older.locale_id == newer.locale_id
        assert editions.newer_edition(older) == newer
        assert editions.previous_edition(FundingSheetPage.objects.get(pk=newer.pk)) == older
        assert f'href="{newer.url}"' in html_of(client, older)
        assert f'href="{older.url}"' in html_of(client, newer)
    assert old.url not in html_of(client, english_new)


def test_an_edition_of_years_ago_leads_to_the_newest(make_sheet, client):
    oldest = make_sheet(title="Edizione 2024", opens_on=date(2024, 9, 1), closes_on=date(2024, 12, 31))
    middle = make_sheet(title="Edizione 2025", opens_on=None, previous_edition=oldest)
    newest = make_sheet(title="Edizione 2026", previous_edition=middle)
    html = html_of(client, oldest)
    notice = html[html.index("This is an older edition") :]
    assert newest.url in notice.split("</p>")[0]
    assert f'href="{middle.url}"' in html  # the next one, beside the previous one
    assert newest.url in html_of(client, middle)
    FundingSheetPage.objects.filter(pk=newest.pk).update(live=False)
    assert newest.url not in html_of(client, oldest)


def test_a_sheet_cannot_come_before_itself(make_sheet, editor):  # noqa: F811
    first = make_sheet(title="Edizione 2024")
    second = make_sheet(title="Edizione 2025", previous_edition=first)
    third = make_sheet(title="Edizione 2026", previous_edition=second)
    for sheet, before, message in (
        (first, first, "cannot be its own previous edition"),
        (first, third, "“Edizione 2026” is a later edition of this sheet"),
        (first, second, "“Edizione 2025” is a later edition of this sheet"),
    ):
        url = reverse("wagtailadmin_pages:edit", args=(sheet.pk,))
        data = form_data(
            title=sheet.title, slug=sheet.slug, grantor=sheet.grantor_id, previous_edition=before.pk
        )
        response = editor.post(url, data)
        assert list(response.context["form"].errors) == ["previous_edition"]
        assert message in response.context["form"].errors["previous_edition"][0]
    with override("en"):
        assert editions.mistake_in(third, first) == ""


def test_a_circle_that_is_there_already_does_no_harm(make_sheet, client):
    one = make_sheet(title="Uno")
    two = make_sheet(title="Due", previous_edition=one)
    FundingSheetPage.objects.filter(pk=one.pk).update(previous_edition=two)
    assert "Due" in html_of(client, FundingSheetPage.objects.get(pk=one.pk))
    assert editions.edition_keys(one) == {one.translation_key, two.translation_key}
    assert editions.mistake_in(make_sheet(), one) == ""


def test_the_english_edition_has_live_pages_only(make_sheet, english_page):
    old = make_sheet(title="Edizione 2025")
    new = make_sheet(title="Edizione 2026", previous_edition=old)
    english_old, english_new = english_page(old), english_page(new)
    english_new.unpublish()
    assert editions.newer_edition(english_old) is None
    assert pages.FundingSheetPage.objects.get(pk=new.pk).live
