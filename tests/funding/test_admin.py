"""Editors: the form refuses what cannot be true and loses nothing, the list tells how sheets stand."""

from datetime import date, time

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import override
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from funding.models import FundingSheetPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_superuser("editor", "editor@example.org", "password")
    client.force_login(user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def form_data(**changes) -> dict:
    """A sheet as a browser sends it, complete but for ``changes``."""
    empty = ("legal_basis", "documents", "requirements", "criteria", "steps", "body")
    return nested_form_data(
        {
            "title": "Bando per i teatri",
            "slug": "bando-teatri",
            "summary": "Paga i teatri.",
            "kind": "call",
            "opens_on": "2026-12-01",
            "closes_on": "2027-01-31",
            **{name: streamfield([]) for name in empty},
            "topic_links": inline_formset([]),
            "related_links": inline_formset([]),
            "comments": inline_formset([]),
            **changes,
        }
    )


def post(editor, tree, **changes):
    url = reverse("wagtailadmin_pages:add", args=("funding", "fundingsheetpage", tree.funding.pk))
    return editor.post(url, form_data(**changes))


def test_a_complete_sheet_is_published(editor, tree, ministry):
    response = post(editor, tree, grantor=ministry.pk, measure="M1C3I1.03.00", **{"action-publish": "1"})
    assert response.status_code == 302
    sheet = FundingSheetPage.objects.get(slug="bando-teatri")
    assert sheet.live
    assert (sheet.measure, sheet.component) == ("M1C3I1.3", "M1C3")


STEP = {"kind": "other", "title": "Sopralluogo", "day": "1.3.2027"}


def test_days_and_hours_are_taken_as_people_write_them(editor, tree):
    written = {"opens_on": "1/12/2026", "closes_on": "31/01/2027", "closes_at": "9:30"}
    assert post(editor, tree, steps=streamfield([("step", STEP)]), **written).status_code == 302
    sheet = FundingSheetPage.objects.get(slug="bando-teatri").get_latest_revision_as_object()
    assert (sheet.opens_on, sheet.closes_on) == (date(2026, 12, 1), date(2027, 1, 31))
    assert (sheet.closes_at, sheet.steps[0].value["day"]) == (time(9, 30), date(2027, 3, 1))


def test_an_hour_that_the_clocks_skip_is_refused_at_its_field(editor, tree):
    answer = post(editor, tree, closes_on="28/03/2027", closes_at="2:30")
    assert set(answer.context["form"].errors) == {"closes_at"}
    assert post(editor, tree, closes_on="28/03/2027", closes_at="3:00").status_code == 302


@pytest.mark.parametrize("typed", ["31/01/0002", "31/12/9999", "30/02/2027", "domani"])
def test_a_day_that_is_none_stays_in_its_field_and_in_its_block(editor, tree, typed):
    steps = streamfield([("step", STEP | {"day": typed})])
    answer = post(editor, tree, closes_on=typed, steps=steps, **{"action-publish": "1"})
    assert set(answer.context["form"].errors) >= {"closes_on", "steps"}
    text = answer.content.decode()
    assert f'name="closes_on" value="{typed}"' in text and text.count(typed) >= 2
    assert not FundingSheetPage.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"closes_on": "2026-11-01"}, "closes_on"),
        ({"grant_min": "10", "grant_max": "5"}, "grant_min"),
        ({"intensity_max": "120"}, "intensity_max"),
        ({"measure": "one point three"}, "measure"),
        ({"official_page": "not an address"}, "official_page"),
        ({"contact_email": "nobody"}, "contact_email"),
        ({"closes_on": "31 February"}, "closes_on"),
        ({"grant_max": "a lot"}, "grant_max"),
    ],
)
@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}])
def test_a_mistake_names_its_field_and_nothing_typed_is_lost(editor, tree, ministry, changes, field, action):
    response = post(editor, tree, grantor=ministry.pk, code="AV-2026/77", **changes, **action)
    assert response.status_code == 200
    form = response.context["form"]
    assert list(form.errors) == [field]
    html = response.content.decode()
    assert "AV-2026/77" in html
    for value in changes.values():
        assert value in html
    assert not FundingSheetPage.objects.exists()


def test_a_draft_may_have_gaps_but_a_published_sheet_may_not(editor, tree):
    gaps = {"summary": "", "opens_on": "", "closes_on": ""}
    response = post(editor, tree, **gaps, **{"action-publish": "1"})
    assert set(response.context["form"].errors) == {"summary", "grantor", "closes_on"}
    assert post(editor, tree, **gaps).status_code == 302
    assert not FundingSheetPage.objects.get().live


def test_the_form_has_its_tabs():
    with override("en"):
        headings = [str(tab.heading) for tab in FundingSheetPage.edit_handler.children]
    assert headings == [
        "Identity",
        "Who gives",
        "When",
        "Who may apply",
        "What is paid",
        "How it is judged",
        "PNRR",
        "Text",
        "Trust",
        "Links",
        "Promotion",
        "Schedule",  # not in sight: it opens beside the form
    ]


def test_the_list_tells_kind_status_deadline_and_grantor(editor, make_sheet):
    make_sheet(title="Teatri", closes_on=date(2026, 12, 1), closes_at=time(12), kind="prize")
    html = editor.get(reverse("funding_sheets:index")).content.decode()
    for text in ("Teatri", "Closing soon", "Prize", "Ministero della Cultura"):
        assert text in html


@pytest.mark.parametrize(
    ("query", "found"),
    [("status=closing", {"Teatri"}), ("status=closed", {"Musei"}), ("kind=prize", {"Teatri"}), ("q=", None)],
)
def test_the_list_can_be_narrowed_down(editor, make_sheet, query, found):
    make_sheet(title="Teatri", closes_on=date(2026, 12, 1), kind="prize")
    make_sheet(title="Musei", closes_on=date(2026, 11, 1))
    listed = editor.get(f"{reverse('funding_sheets:index')}?{query}").context["pages"]
    assert {page.title for page in listed} == (found or {"Teatri", "Musei"})


def test_our_columns_take_no_query_a_row(editor, make_sheet, django_assert_max_num_queries):
    for _ in range(5):
        make_sheet()
    with django_assert_max_num_queries(60) as captured:
        editor.get(reverse("funding_sheets:index"))
    ours = [query for query in captured if 'FROM "core_' in query["sql"]]
    assert len(ours) <= 3


def test_a_sheet_that_was_never_saved_can_be_previewed(editor, tree, ministry):
    url = reverse("wagtailadmin_pages:preview_on_add", args=("funding", "fundingsheetpage", tree.funding.pk))
    assert editor.post(url, form_data(grantor=ministry.pk)).json()["is_valid"]
    preview = editor.get(url)
    assert preview.status_code == 200
    assert "Bando per i teatri" in preview.content.decode()


def test_sheet_and_finder_can_be_previewed(editor, full_sheet, tree, search_index):
    search_index.rebuild()
    for page in (full_sheet, tree.funding):
        response = page.make_preview_request()
        assert response.status_code == 200
