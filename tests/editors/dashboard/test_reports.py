"""Each list as a report: for whom, narrowed down, taken away as a file, in a fixed number of queries."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Page

from cms.admin.report_registry import reports
from editors.accounts.roles import ADMINISTRATOR, AUTHOR, EDITOR_IN_CHIEF, FUNDING_EXPERT, ROLES, TRANSLATOR
from editors.reports.incomplete import missing_fields
from tests.factories import media
from translation.draft_creator import submit

pytestmark = pytest.mark.django_db

LISTS = [report.slug for report in reports()]
SHEETS = {
    "closing-changes",
    "closing-this-week",
    "days-in-doubt",
    "imported-drafts",
    "not-verified",
    "results-awaited",
    "status-changed",
}
FOR_ALL = {"broken-links", "incomplete-pages", "submissions"}
# Of what the busy site holds nothing belongs on these.
EMPTY = {
    "closing-changes",
    "days-in-doubt",
    "other-language",
    "status-changed",
    "submissions",
    "translations-left",
}
MAY_SEE = {
    AUTHOR: FOR_ALL,
    FUNDING_EXPERT: FOR_ALL | SHEETS,
    TRANSLATOR: FOR_ALL | {"translations-left", "translations-to-do"},
    EDITOR_IN_CHIEF: set(LISTS),
    ADMINISTRATOR: set(LISTS),
}


def address(slug: str, query: str = "") -> str:
    return reverse(f"report_{slug}") + (f"?{query}" if query else "")


def rows(client, slug: str, query: str = "") -> list[dict]:
    answer = client.get(address(slug, f"export=csv&{query}"))
    assert answer.status_code == 200
    text = b"".join(answer.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_a_role_gets_its_reports_and_a_refusal_on_the_spot_for_the_others(browser, role):
    client = browser(role)
    given = {slug: client.get(address(slug)).status_code for slug in LISTS}
    assert given == {slug: 200 if slug in MAY_SEE[role] else 403 for slug in LISTS}


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_the_menu_holds_the_reports_of_a_role_only(browser, role):
    html = browser(role).get(reverse("wagtailadmin_home")).content.decode()
    assert {slug for slug in LISTS if address(slug) in html} == MAY_SEE[role]


def test_a_file_is_refused_like_the_report(author):
    assert author.get(address("not-verified", "export=xlsx")).status_code == 403


def test_a_report_takes_the_same_queries_however_long_it_is(chief, busy, an_expert):
    counts = []
    for more in (2, 12):
        busy(more, sender=an_expert)
        counts.append({slug: queries_of(chief, slug) for slug in LISTS})
    assert counts[0] == counts[1]


def queries_of(client, slug: str) -> int:
    client.get(address(slug))
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address(slug)).status_code == 200
    return len(queries)


def test_a_report_can_be_taken_away_in_both_formats(chief, busy, an_expert):
    busy(1, sender=an_expert)
    for slug in LISTS:
        assert (len(rows(chief, slug)) == 0) == (slug in EMPTY), slug
        book = chief.get(address(slug, "export=xlsx"))
        sheet = load_workbook(io.BytesIO(b"".join(book.streaming_content))).active
        assert sheet.max_column >= 3, slug


def test_on_a_phone_a_row_names_its_columns(chief, busy, an_expert):
    """By the style: beside each other the columns would not fit."""
    page = chief.get(address("not-verified")).content.decode()
    assert "--label-2: &quot;Grantor: &quot;" in page


def test_a_formula_in_a_title_is_text_in_the_table(author, site):
    site.story.title = site.story.draft_title = "=1+1"
    site.story.save()
    assert "'=1+1" in {row["Page"] for row in rows(author, "incomplete-pages")}


def test_nonsense_in_a_filter_is_no_error(chief, busy):
    busy(1)
    for query in ("closes_on_from=never", "grantor=x", "p=99999", "ordering=password", "language=xx"):
        for slug in LISTS:
            assert chief.get(address(slug, query)).status_code == 200


def test_pages_are_told_what_they_lack(author, site):
    story, article = site.story, site.article
    told = {row["Page"]: row["Missing"] for row in rows(author, "incomplete-pages")}
    assert told[story.title] == "summary, topic"
    assert told[article.title] == "topic"
    assert site.sheet.title not in told  # not the author's to change
    only = rows(author, "incomplete-pages", "lacks=no_summary")
    assert article.title not in {row["Page"] for row in only}
    assert story.title in {row["Page"] for row in only}


def test_a_picture_without_a_description_is_told(author, site):
    site.article.picture = media.picture()
    site.article.save()
    told = {row["Page"]: row["Missing"] for row in rows(author, "incomplete-pages")}
    assert told["Notizia"] == "picture description, topic"
    site.article.picture_alt = "Un telaio"
    site.article.save()
    told = {row["Page"]: row["Missing"] for row in rows(author, "incomplete-pages")}
    assert told["Notizia"] == "topic"


def test_a_picture_in_the_text_without_a_description_is_told_too(author, site):
    def missing(*blocks):
        site.article.body = list(blocks)
        site.article.save()
        return {row["Page"]: row["Missing"] for row in rows(author, "incomplete-pages")}["Notizia"]

    shown = {"image": media.picture(), "alt": "", "decorative": False, "caption": "Una didascalia"}
    assert missing(("picture", shown)) == "picture description, topic"
    gallery = ("gallery", {"pictures": [{**shown, "alt": "Un telaio"}, shown]})
    assert missing(gallery) == "picture description, topic"
    assert missing(("picture", {**shown, "decorative": True})) == "topic"
    assert missing(("picture", {**shown, "alt": "Un telaio"})) == "topic"


def test_sheets_are_narrowed_down(expert, busy, site):
    busy(2)
    assert len(rows(expert, "not-verified")) == 3
    assert len(rows(expert, "not-verified", "kind=prize")) == 0
    assert len(rows(expert, "closing-this-week", "closes_on_from=2026-11-28")) == 0


def test_what_waits_for_approval_is_told_with_who_sent_it(chief, site, an_expert):
    site.sheet.save_revision(user=an_expert)
    site.sheet.get_workflow().start(site.sheet, an_expert)
    told = rows(chief, "approvals")
    assert [(row["Title"], row["Sent by"]) for row in told] == [("Bando", "funding-expert")]
    html = chief.get(address("approvals")).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[site.sheet.pk]) in html


def test_snippets_wait_for_approval_as_pages_do(chief, site, an_expert):
    from cms.models import Organisation

    body = Organisation.objects.create(name="Ente", slug="ente")
    body.save_revision(user=an_expert)
    body.get_workflow().start(body, an_expert)
    assert [row["Title"] for row in rows(chief, "approvals")] == ["Ente"]
    address_of_editor = reverse(Organisation.snippet_viewset.get_url_name("edit"), args=[body.pk])
    assert address_of_editor in chief.get(address("approvals")).content.decode()


def test_a_translation_lacks_no_topic_of_its_own(site):
    """It has those of the original, where they are chosen."""
    submit(site.story, [site.english.locale])
    english = site.story.get_translations().first()
    lacking = Page.objects.filter(missing_fields()["no_topic"])
    assert site.story.page_ptr in lacking and english not in lacking
    assert site.english_article.page_ptr in lacking  # written by hand
