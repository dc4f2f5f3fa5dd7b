"""What a sheet shows of its time: the bar from opening to end, the steps with today among them."""

from datetime import date, time, timedelta

import pytest

from cms.vocabularies import SECTORS
from tests.markup import without_layout

from .test_sheet_page import html_of

pytestmark = pytest.mark.django_db


def bar_of(client, sheet) -> str:
    html = without_layout(html_of(client, sheet))
    return html.split('<figure class="time-bar">')[1].split("</figure>")[0] if "time-bar" in html else ""


def step(title, day=None):
    return ("step", {"title": title, "day": day})


def test_the_bar_shows_how_much_of_the_time_is_over(make_sheet, client):
    steps = [step("Colloqui", date(2026, 12, 13)), step("Esito", date(2027, 2, 1))]
    sheet = make_sheet(
        opens_on=date(2026, 11, 3), closes_on=date(2026, 12, 22), closes_at=time(12), steps=steps
    )
    bar = bar_of(client, sheet)
    assert 'class="over" y="22" width="41%"' in bar
    assert ", 29 days left</text>" in bar
    assert bar.count('class="step"') == 1  # what comes after the end does not stand on the bar
    assert "Opened 3 novembre 2026, closes 22 dicembre 2026, at 12:00 (Italian time), 29 days left" in bar


@pytest.mark.parametrize(
    "fields",
    [
        {"opens_on": None},
        {"opens_on": date(2026, 10, 1), "opening_month_only": True},
        {"closes_on": None},
        {"closes_on": None, "no_deadline": True},
        {"closes_on": date(2041, 9, 1)},  # stands for "none"
        {"closes_on": date(2026, 11, 22)},
        {"opens_on": date(2026, 12, 1)},
        {"suspended": True},
        {"concluded": True},
        {"dates_note": "Le domande si presentano entro il 15 dicembre 2026."},
        {"steps": [step("Chiude", date(2026, 11, 1)), step("Riapre", date(2026, 12, 1))]},
    ],
)
def test_there_is_no_bar_that_would_lie(make_sheet, client, fields):
    assert bar_of(client, make_sheet())
    assert not bar_of(client, make_sheet(**fields))


def test_today_stands_among_the_steps(make_sheet, client, today):
    sheet = make_sheet(steps=[step("Avvio", date(2026, 11, 1)), step("Esito", date(2026, 11, 25))])

    def line():
        html = without_layout(html_of(client, sheet))
        return html.split('class="step-line"')[1].split("</ol>")[0]

    assert line().index("Avvio") < line().index("We are here") < line().index("Esito")
    today.shift(timedelta(days=2))
    assert line().index("We are here") < line().index("Esito")
    today.shift(timedelta(days=1))
    assert line().index("Esito") < line().index("We are here")


@pytest.mark.parametrize("second", [None, date(2026, 10, 1)])
def test_it_does_not_where_a_day_is_missing_or_out_of_order(make_sheet, client, second):
    sheet = make_sheet(steps=[step("Avvio", date(2026, 11, 1)), step("Esito", second)])
    assert "We are here" not in html_of(client, sheet)


def test_what_is_asked_first_stands_in_the_head(make_sheet, client):
    sheet = make_sheet(beneficiaries=["cooperative", "enterprise", "citizen"], grant_max=2_000_000)
    html = without_layout(html_of(client, sheet))
    facts = html.split('<dl class="key-facts">')[1].split("</dl>")[0]
    assert html.index("key-facts") < html.index('class="countdown"')
    for text in ("and 1 more", "2.000.000", "MiC", 'class="unknown"'):
        assert text in facts


def test_a_budget_of_millions_is_told_as_people_say_it(make_sheet, client):
    html = html_of(client, make_sheet(budget=142_455_690))
    assert "142,5\u00a0million" in html
    assert '<span class="note">142.455.690\u00a0€</span>' in html


def test_the_way_down_leads_to_what_is_there(make_sheet, client):
    html = without_layout(html_of(client, make_sheet(body=[("heading", "Come è fatto l’aiuto")])))
    contents = html.split('<details class="sheet-contents')[1].split("</details>")[0]
    targets = [part.split('"')[0] for part in contents.split('href="#')[1:]]
    assert "come-e-fatto-laiuto" in targets
    for target in targets:
        assert f'id="{target}"' in html, target


def test_lists_that_name_nearly_everything_say_what_they_leave_out(make_sheet, client):
    sheet = make_sheet(sectors=[code for code in SECTORS.codes if code != "agriculture"])
    assert "All but Agriculture, forestry and fishing" in html_of(client, sheet)
