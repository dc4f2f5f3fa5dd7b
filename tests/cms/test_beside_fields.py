"""What is wrong with a form is counted at its foot and told for each input, also when it saves itself."""

import pytest

from funding.models import FundingSheetPage
from tests.factories import pages
from tests.funding.test_admin import form_data

from .open_forms import OpenForm

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(anna, tree):
    sheet = pages.sheet(tree.funding, title="Bando teatri", slug="bando-teatri", summary="Una frase.")
    sheet.save_revision()
    return OpenForm(anna, sheet, form_data())


def test_each_mistake_is_told_by_its_input_and_the_foot_counts_them(form):
    wrong = {"grant_max": "cinquanta", "official_page": "mic", "closes_at": "24:00"}
    answer = form.autosave(**wrong).json()
    assert set(answer["fields"]) == set(wrong)
    assert answer["error_message"].startswith("Not saved yet. ")
    assert answer["error_message"].endswith(" 2 more have to be mended.")
    assert form.autosave(official_page="", closes_at="").json()["error_message"].count("mended") == 0


def test_a_field_with_two_mistakes_is_counted_once(form):
    """Wagtail finds something wrong with both moments, and with one of them twice."""
    wrong = {"go_live_at": "30/11/2030 9:30", "expire_at": "29/11/2020 9:30"}
    answer = form.autosave(**wrong).json()
    assert sum(map(len, answer["fields"].values())) == 3
    assert answer["error_message"].endswith(" One more has to be mended.")
    refused = form.submit(**wrong)
    assert "Fields to mend: 2." in str(*refused.context["messages"])


def test_an_amount_is_told_as_it_was_understood(form):
    told = form.autosave(grant_max="50mila", grant_min="1,500.50", budget="2,000").json()["field_updates"]
    assert {name: value for name, value in told.items() if name.startswith("written:")} == {
        "written:grant_max": ["50mila", "50,000"]
    }


def test_a_row_is_told_by_the_input_that_it_has(form):
    row = {"topic_links-TOTAL_FORMS": "1", "topic_links-0-topic": "99"}
    assert set(form.autosave(**row).json()["fields"]) == {"topic_links-0-topic"}


@pytest.mark.parametrize("typed", ["esempio", "www esempio it"])
def test_what_is_no_address_is_told_with_what_is_expected(form, typed):
    told = form.autosave(results_link=typed).json()["fields"]["results_link"]
    assert told and all("https://" in message for message in told)


@pytest.mark.parametrize("typed", ["24:00", "24", "ore 24", "24.00"])
def test_the_end_of_a_day_is_told_how_to_write(form, typed):
    (message,) = form.autosave(closes_at=typed).json()["fields"]["closes_at"]
    assert "00:00 of 01/02" in message


def test_an_hour_of_the_next_day_is_taken(form):
    assert form.autosave(closes_on="02/12/2026", closes_at="00:00").status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/admin/pages/{page}/edit/", "/admin/pages/{page}/copy/"],
)
def test_a_slug_that_is_typed_is_made_as_from_the_title(anna, form, tree, address):
    page = FundingSheetPage.objects.get()
    text = anna.get(address.format(page=page.pk)).content.decode()
    assert "change-&gt;w-slug#urlify" in text and "w-slug#slugify" not in text


NOTE = "Le domande si presentano entro il 31 gennaio 2027 alle ore 18."


def test_a_note_that_contradicts_the_days_is_asked_about_in_the_checklist_and_at_both_fields(form, anna):
    days = {"opens_on": "01/12/2026", "closes_on": "15/01/2027", "closes_at": "12:00", "dates_note": NOTE}
    told = form.autosave(**days).json()["html"]
    asked = "The note on dates says: 31 January 2027, at 18:00 (Italian time)"
    assert told.count(asked) == 1 and 'data-code="question"' in told
    counter = told.split("data-side-panel-toggle-counter class")[1]
    assert not counter.split(">")[0].endswith("hidden")
    page = anna.get(form.address).content.decode()
    assert page.count(f'<span class="question" data-question>{asked}') == 2
    right = form.autosave(closes_on="31/01/2027", closes_at="18:00").json()["html"]
    assert "The note on dates says" not in right
