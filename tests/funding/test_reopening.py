"""A call with two windows: whoever edits is told that a step opens it again, and the next window is no
extension."""

from datetime import date, datetime, time

import pytest
from icalendar import Calendar

from cms.constants import ROME
from demo.content import entries
from funding.domain.status import Dates, Status, status_of
from funding.editors.reports import InDoubt
from funding.models import FundingSheetPage, SheetChange
from funding.models.queries import in_doubt
from funding.presentation.reopening import open_reopening, reopening
from tests.cms.conftest import anna, login_as  # noqa: F401
from tests.cms.open_forms import edit_address
from tests.cms.shared_facts.conftest import publish

AGAIN = ("Si apre la seconda finestra, alle 10", date(2027, 1, 12))
STEPS = [("Si apre la prima finestra", date(2026, 7, 6)), ("Si chiude la prima", date(2026, 10, 9)), AGAIN]
FIRST = Dates(opens_on=date(2026, 7, 6), closes_on=date(2026, 10, 9))
BOTH = Dates(opens_on=date(2026, 7, 6), closes_on=date(2027, 3, 18))
SECOND = Dates(opens_on=date(2027, 1, 12), closes_on=date(2027, 3, 18))


@pytest.mark.parametrize(
    ("dates", "found"), [(FIRST, (AGAIN[1], False)), (BOTH, (AGAIN[1], True)), (SECOND, None)]
)
def test_a_step_that_opens_the_call_again_is_found(dates, found):
    again = reopening(dates, STEPS)
    assert (again and (again.day, again.within)) == found


@pytest.mark.parametrize(
    "title",
    ["Inizio delle attività", "Graduatoria", "Apertura delle buste", "Apertura della rendicontazione"],
)
def test_other_steps_open_nothing(title):
    assert reopening(FIRST, [(title, date(2027, 1, 12))]) is None


@pytest.mark.parametrize(
    ("dates", "day", "told"),
    [
        (FIRST, date(2026, 9, 1), False),
        (FIRST, date(2026, 11, 1), True),
        (FIRST, date(2027, 2, 1), True),
        (BOTH, date(2026, 9, 1), True),
        (BOTH, date(2026, 11, 1), True),
        (BOTH, date(2027, 1, 12), False),
    ],
)
def test_it_is_told_as_long_as_it_matters(dates, day, told):
    now = datetime.combine(day, time(12), ROME)
    assert (open_reopening(dates, STEPS, now) is not None) is told


@pytest.mark.django_db
def test_the_editor_and_the_list_are_told(make_sheet, anna):  # noqa: F811
    steps = [("step", {"title": title, "day": day}) for title, day in STEPS]
    right = make_sheet(title="A", opens_on=SECOND.opens_on, closes_on=SECOND.closes_on, steps=steps)
    wrong = make_sheet(title="B", opens_on=BOTH.opens_on, closes_on=BOTH.closes_on, steps=steps)
    assert set(in_doubt(FundingSheetPage.objects.all())) == {wrong}
    text = "By its steps the call opens again on 12 January 2027"
    assert text in anna.get(edit_address(wrong)).content.decode()
    assert text not in anna.get(edit_address(right)).content.decode()
    listed = anna.get(InDoubt.address())
    assert "opens again on 12 January 2027" in listed.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dates", "moment", "said"),
    [
        (FIRST, date(2026, 9, 1), ""),
        (FIRST, date(2026, 11, 1), "By its steps the call opens again on 12 gennaio 2027."),
        (FIRST, date(2027, 1, 12), "By its steps the call opened again on 12 gennaio 2027: see the official"),
        (BOTH, date(2026, 11, 1), "By its steps the call opens again on 12 gennaio 2027."),
        (BOTH, date(2027, 1, 12), ""),
        (SECOND, date(2026, 11, 1), ""),
    ],
)
def test_visitors_read_of_the_next_window_although_nobody_has_moved_the_days(
    make_sheet, client, today, dates, moment, said
):
    steps = [("step", {"title": title, "day": day}) for title, day in STEPS]
    sheet = make_sheet(opens_on=dates.opens_on, closes_on=dates.closes_on, steps=steps)
    today.move_to(datetime.combine(moment, time(12), ROME))
    text = client.get(sheet.url).content.decode()
    assert said in text if said else "By its steps" not in text


AGAIN_TOLD = "By its steps the call opens again on 12 gennaio 2027."
REOPENED = "By its steps the call opened again on 12 gennaio 2027: see the official page."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("dates", "moment", "status", "said"),
    [
        (FIRST, date(2026, 7, 5), Status.FORTHCOMING, ""),
        (FIRST, date(2026, 7, 6), Status.OPEN, ""),
        (FIRST, date(2026, 10, 9), Status.CLOSING, ""),
        (FIRST, date(2026, 10, 10), Status.CLOSED, AGAIN_TOLD),
        (FIRST, date(2027, 1, 11), Status.CLOSED, AGAIN_TOLD),
        (FIRST, date(2027, 1, 12), Status.CLOSED, REOPENED),
        (BOTH, date(2026, 7, 5), Status.FORTHCOMING, AGAIN_TOLD),
        (BOTH, date(2026, 10, 10), Status.OPEN, AGAIN_TOLD),
        (BOTH, date(2027, 1, 11), Status.OPEN, AGAIN_TOLD),
        (BOTH, date(2027, 1, 12), Status.OPEN, ""),
        (BOTH, date(2027, 3, 18), Status.CLOSING, ""),
        (BOTH, date(2027, 3, 19), Status.CLOSED, ""),
    ],
)
def test_while_nobody_moves_the_days_page_and_list_say_what_the_steps_know(
    make_sheet, client, tree, search_index, today, dates, moment, status, said
):
    steps = [("step", {"title": title, "day": day}) for title, day in STEPS]
    sheet = make_sheet(opens_on=dates.opens_on, closes_on=dates.closes_on, steps=steps)
    search_index.rebuild()
    today.move_to(datetime.combine(moment, time(12), ROME))
    response = client.get(f"{tree.funding.url}?status=any")
    [listed] = response.context["sheets"]
    assert (listed.status, listed.opens_again) == (status, said)
    for text in (response.content.decode(), client.get(sheet.url).content.decode()):
        assert said in text if said else "By its steps" not in text
    days = {event["DTSTART"].dt: str(event["SUMMARY"])[:6] for event in _entries(client, sheet)}
    assert days.items() <= {dates.opens_on: "Opens:", dates.closes_on: "Closes"}.items()


def _entries(client, sheet):
    answer = client.get(f"{sheet.url}calendar.ics")
    return Calendar.from_ical(answer.content).walk("VEVENT") if answer.status_code == 200 else []


@pytest.mark.django_db
def test_the_next_window_is_no_extension(make_sheet, client):
    sheet = publish(make_sheet(opens_on=FIRST.opens_on, closes_on=FIRST.closes_on))
    sheet = publish(sheet, opens_on=SECOND.opens_on, closes_on=SECOND.closes_on)
    assert [change.is_extension for change in SheetChange.objects.filter(field="closes")] == [False]
    assert "Prorogato" not in client.get(sheet.url).content.decode()
    assert "Prorogato" not in client.get("/it/bandi/feed.rss").content.decode()
    sheet = publish(sheet, closes_on=date(2027, 4, 1))
    assert SheetChange.objects.filter(field="closes").first().is_extension


@pytest.mark.parametrize(
    ("slug", "between", "opens"),
    [
        ("start-innova-giovani-marche", date(2026, 11, 29), date(2027, 1, 12)),
        ("coproduzioni-cinematografiche-minoritarie-2026", date(2026, 11, 29), date(2026, 11, 30)),
    ],
)
def test_the_demonstration_sheets_are_to_come_between_their_windows(slug, between, opens):
    (entry,) = (each for each in entries() if each.key.endswith(slug))
    values = entry.source
    dates = Dates(**{name: values[name] for name in ("opens_on", "closes_on")})
    assert status_of(dates, datetime.combine(between, time(12), ROME)) is Status.FORTHCOMING
    assert dates.opens_on == opens
    steps = [(step["title"], step["day"]) for step in values["steps"]]
    assert reopening(dates, steps) is None
