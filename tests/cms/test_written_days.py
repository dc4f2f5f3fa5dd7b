"""Days, hours and moments as people write them, in every field of the admin that takes one."""

from datetime import date, datetime, time

import pytest
from django import forms
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.telepath import JSContext
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput
from wagtail.blocks import DateBlock

from cms.forms import written_days
from cms.forms.admin_forms import form_classes, widgets_of
from cms.forms.written_days import MomentField

LANGUAGES = ["it", "en", "fr"]
DAY = date(2027, 2, 1)
SHOWN = {AdminDateInput: "01/02/2027", AdminTimeInput: "09:05", AdminDateTimeInput: "01/02/2027 09:05"}
VALUES = {AdminDateInput: DAY, AdminTimeInput: time(9, 5), AdminDateTimeInput: datetime(2027, 2, 1, 9, 5)}


def fields_of_days():
    """Of all forms, rows and blocks; a field of many forms once."""
    found = {}
    for label, form in form_classes():
        for name, widget in widgets_of(form):
            if isinstance(widget, forms.widgets.DateTimeBaseInput):
                found.setdefault(name, (label, name, widget))
    return found.values()


def test_every_field_shows_its_form_in_the_language_that_is_spoken():
    seen = {}
    for label, name, widget in fields_of_days():
        kind = type(widget)
        for language in LANGUAGES:
            with translation.override(language):
                html = widget.render(name, VALUES[kind], {"id": "id_x"})
            assert f'value="{SHOWN[kind]}"' in html, (label, name, language)
            assert f'placeholder="{written_days.SHOWN_FORMATS[kind]}"' in html, (label, name, language)
            assert '"validateOnBlur": false' in html and '"openOnFocus": false' in html
        seen.setdefault(kind, set()).add(name)
    assert {"closes_on", "steps-step-day", "documents-document-day"} <= seen[AdminDateInput]
    assert {"closes_at", "programme-session-starts"} <= seen[AdminTimeInput]
    assert seen[AdminDateTimeInput] == {"go_live_at", "expire_at"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "typed",
    [
        "01/02/2027",
        "1/2/2027",
        "01.02.2027",
        "1-2-2027",
        "2027-02-01",
        " 1/2/2027 ",
        "1/2/27",
        "01.02.27",
        "1 febbraio 2027",
        "1° Febbraio 2027",
        "1º feb. 2027",
        "1st of February 2027",
        "1 Feb 2027",
        "1-2-27",
    ],
)
def test_a_day_is_read(language, typed):
    with translation.override(language):
        assert forms.DateField().clean(typed) == DateBlock().field.clean(typed) == DAY
        for hour in ("09:05", "9:05", "9.05", "9,05", "ore 9.05", "alle ore 9:05"):
            assert timezone.localtime(MomentField().clean(f"{typed} {hour}")) == timezone.make_aware(
                datetime(2027, 2, 1, 9, 5)
            )
            assert forms.TimeField().clean(hour) == time(9, 5)


REFUSED = [
    "31/01/0002",
    "31/12/9999",
    "30/02/2027",
    "31/13/2027",
    "01-02-27",
    "1/2/75",
    "1/2/7",
    "11/30/26",
    "1/2.27",
    "domani",
    "1 febbraro 2027",
    "31 febbraio 2027",
    "1 febbraio",
    "1 febbraio 27",
    "02/2027",
    "00/01/2027",
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", REFUSED)
def test_anything_else_is_refused_in_a_field_a_block_and_a_moment(language, typed):
    with translation.override(language):
        for field in (forms.DateField(), DateBlock().field, MomentField()):
            with pytest.raises(forms.ValidationError):
                field.clean(typed)


@pytest.mark.parametrize("typed", ["25", "ore 25", "25:00", "9:60", "mattina", "2460", "210", "ore", "21 30"])
def test_no_hour_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        forms.TimeField().clean(typed)


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("0930 ", time(9, 30)), ("ore 0930", time(9, 30)), ("mezzogiorno", time(12)), ("Noon", time(12))],
)
def test_an_hour_without_a_sign_or_in_a_word_is_read(typed, hour):
    assert forms.TimeField().clean(typed) == hour
    moment = MomentField().clean(f"3 sett 2027 {typed}")
    assert timezone.localtime(moment).strftime("%d/%m/%Y %H:%M") == f"03/09/2027 {hour:%H:%M}"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *((typed, "The year is missing") for typed in ("3/9", "3-9", "3 settembre", "1° sett.")),
        *((typed, "The day of the month is missing") for typed in ("09/2027", "settembre 2027")),
        *((typed, "four digits") for typed in ("03-09-27", "3/9/75", "3 sett 27", "3/9/7")),
        *((typed, "This is not a day") for typed in ("31/02/2027", "domani", "3 foglie")),
    ],
)
def test_what_is_told_is_what_is_wrong(typed, said):
    for field, text in ((forms.DateField(), typed), (MomentField(), typed), (MomentField(), f"{typed} 9:30")):
        with pytest.raises(forms.ValidationError) as error:
            field.clean(text)
        assert said in error.value.messages[0]


@pytest.mark.parametrize("typed", ["21", "ore 21", "alle 21", "21:00", "21.00", " 21 "])
def test_an_hour_needs_no_minutes(typed):
    assert forms.TimeField().clean(typed) == time(21)
    moment = MomentField().clean(f"1/2/2027 {typed.strip()}")
    assert timezone.localtime(moment).strftime("%d/%m/%Y %H:%M") == "01/02/2027 21:00"
    assert forms.TimeField().clean("9") == time(9)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("28/03/2027 02:30", "does not exist"),
        ("31/10/2027 02:30", "comes twice"),
        ("01/01/0001 00:10", "between 1900 and 2099"),
    ],
)
def test_an_hour_that_the_clocks_skip_or_repeat_is_refused_in_words(typed, said):
    with pytest.raises(forms.ValidationError, match=said):
        MomentField().clean(typed)


def test_the_hours_beside_the_change_are_what_they_say():
    for typed in ("28/03/2027 01:59", "28/03/2027 03:00", "31/10/2027 01:59", "31/10/2027 03:00"):
        assert timezone.localtime(MomentField().clean(typed)).strftime("%d/%m/%Y %H:%M") == typed


def test_a_row_of_a_stream_made_by_a_script_has_the_same_field():
    packed = str(JSContext().pack(AdminDateInput()))
    assert "wagtail.widgets.Widget" in packed and 'placeholder="dd/mm/yyyy"' in packed


def test_a_range_of_days_keeps_its_words_beside_the_form():
    with translation.override("en"):
        html = DateRangePickerWidget().render("day", None, {"id": "id_day"})
    assert 'placeholder="Date from dd/mm/yyyy"' in html and 'placeholder="Date to dd/mm/yyyy"' in html


@pytest.mark.parametrize("typed", ["domani", "01/01/0001", "31/12/9999"])
@pytest.mark.parametrize(
    ("report", "field"),
    [
        ("site_history", "timestamp_from"),
        ("aging_pages", "last_published_at"),
        ("locked_pages", "locked_at_from"),
    ],
)
def test_a_filter_refuses_a_day_and_takes_one(admin_client, tree, report, field, typed):
    address = reverse(f"wagtailadmin_reports:{report}")
    answer = admin_client.get(address, {field: typed}).content.decode()
    assert f'value="{typed}"' in answer and "error-message" in answer
    good = admin_client.get(address, {field: "1/2/2027"})
    assert good.status_code == 200 and "error-message" not in good.content.decode()
