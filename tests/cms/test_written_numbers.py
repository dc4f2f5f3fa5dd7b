"""Numbers as people write them, in every form of the admin."""

from decimal import Decimal

import pytest
import time_machine
from django import forms
from django.urls import reverse
from django.utils import translation

from cms.forms.admin_forms import form_classes, widgets_of
from cms.forms.written_numbers import NumberInput, WholeNumberField
from cms.models import Organisation
from funding.editors.written_amounts import AmountField, ShareField
from funding.models import FundingSheetPage
from tests.factories import pages
from tests.funding.test_admin import form_data

from .open_forms import OpenForm, edit_address

LANGUAGES = ["it", "en", "fr"]
WAGTAILS_OWN = {("wagtailcore.Site", "port")}  # set once, by an administrator


def test_no_form_has_an_input_that_drops_what_it_cannot_read():
    written = set()
    for label, form in form_classes():
        for name, widget in widgets_of(form):
            number = getattr(widget, "input_type", "") == "number"
            assert not number or (label, name) in WAGTAILS_OWN
            if isinstance(widget, NumberInput):
                written.add(name)
    sheet = {"grant_min", "grant_max", "spend_min", "spend_max", "budget", "budget_left"}
    assert written >= sheet | {"intensity_min", "since", "duration_months", "closing_days"}


def test_every_number_of_a_form_is_read_by_these_fields():
    for label, form in form_classes():
        for name, field in form.base_fields.items():
            if isinstance(field, forms.IntegerField) and not field.widget.is_hidden:
                ours = isinstance(field, WholeNumberField | AmountField)
                assert ours or (label, name) in WAGTAILS_OWN


@pytest.mark.parametrize(
    ("language", "typed", "one", "other"),
    [
        ("it", "50,000", "50.000", "50"),
        ("it", "1,500 milioni", "1.500", "1,5"),
        ("it", "€ 0,500", "500", "0,5"),
        ("fr", "50,000", "50\u202f000", "50"),
        ("en", "50.000", "50,000", "50"),
        ("en", "62.125 euro", "62,125", "62.125"),
    ],
)
def test_an_amount_that_can_be_read_in_two_ways_is_asked_about(language, typed, one, other):
    field = AmountField(max_digits=15, decimal_places=2)
    with translation.override(language), pytest.raises(forms.ValidationError) as caught:
        field.clean(typed)
    assert caught.value.code == "two_readings"
    assert one in caught.value.messages[0] and other in caught.value.messages[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("30000", "30000"),
        ("30 000", "30000"),
        ("30.000,50", "30000.50"),
        ("30000,50", "30000.50"),
        ("30,000.50", "30000.50"),
        ("30\u202f000,50", "30000.50"),
        ("€ 30 000", "30000"),
        ("1.234.000", "1234000"),
        ("1,234,000", "1234000"),
        ("50mila", "50000"),
        ("1,5 milioni", "1500000"),
    ],
)
def test_an_amount_is_read_and_comes_back_as_it_is_shown(language, typed, amount):
    field = AmountField(max_digits=15, decimal_places=2)
    with translation.override(language):
        assert field.clean(typed) == Decimal(amount)
        assert field.clean(field.widget.format_value(Decimal(amount))) == Decimal(amount)


@pytest.mark.parametrize(("language", "typed"), [("it", "30.000"), ("fr", "30.000"), ("en", "30,000")])
def test_thousands_are_grouped_as_the_language_does(language, typed):
    with translation.override(language):
        assert AmountField().clean(typed) == 30000


def test_an_amount_is_grouped_in_the_language_of_the_admin():
    shown = {}
    for language in LANGUAGES:
        with translation.override(language):
            shown[language] = [NumberInput().format_value(Decimal(text)) for text in ("30000.50", "30000.00")]
    assert shown == {
        "it": ["30.000,50", "30.000"],
        "en": ["30,000.50", "30,000"],
        "fr": ["30\u202f000,50", "30\u202f000"],
    }


@pytest.mark.parametrize("typed", ["circa 30.000", "30.000,555", "-5", "1e5", "30.00.0"])
def test_what_is_no_amount_is_refused(typed):
    field = AmountField(max_digits=15, decimal_places=2)
    with pytest.raises(forms.ValidationError, match="not an amount"):
        field.clean(typed)


def test_a_share_is_a_number_with_or_without_its_sign():
    field = ShareField(max_digits=5, decimal_places=2)
    assert field.clean("62,5 %") == field.clean("62.5") == Decimal("62.5")
    with pytest.raises(forms.ValidationError, match="not a percentage"):
        field.clean("metà")


@pytest.mark.parametrize("typed", ["1.000", "12,5", "un anno", "-3", "1e3"])
def test_a_whole_number_is_digits(typed):
    assert WholeNumberField().clean(" 24 ") == 24
    with pytest.raises(forms.ValidationError, match="in digits"):
        WholeNumberField().clean(typed)


@pytest.mark.django_db
def test_the_form_of_a_sheet_keeps_what_is_refused_and_shows_what_is_taken(anna, tree):
    sheet = pages.sheet(tree.funding, title="Bando teatri", slug="bando-teatri", summary="Una frase.")
    sheet.save_revision()
    form = OpenForm(anna, sheet, form_data())
    refused = form.autosave(grant_max="cinquanta")
    assert refused.status_code == 400
    answer = form.submit(grant_max="cinquanta").content.decode()
    assert 'value="cinquanta"' in answer and "This is not an amount" in answer
    assert form.autosave(grant_max="50mila", intensity_max="62,5").status_code == 200
    assert FundingSheetPage.objects.get(pk=sheet.pk).get_latest_revision_as_object().grant_max == 50000
    shown = anna.get(edit_address(sheet)).content.decode()
    assert 'name="grant_max" value="50,000"' in shown and 'inputmode="decimal"' in shown


@pytest.mark.django_db
@time_machine.travel("2026-11-29")
@pytest.mark.parametrize(("typed", "taken"), [("70", 0), ("1970", 1), ("2027", 1), ("2028", 0), ("19700", 0)])
def test_a_year_has_four_digits_and_is_not_far_ahead(anna, typed, taken):
    address = reverse(Organisation.snippet_viewset.get_url_name("add"))
    answer = anna.post(address, {"name": "Ente", "slug": "ente", "since": typed})
    assert Organisation.objects.filter(since=typed).count() == taken
    if not taken:
        text = answer.content.decode()
        assert "from 1000 to 2027" in text and f'value="{typed}"' in text
