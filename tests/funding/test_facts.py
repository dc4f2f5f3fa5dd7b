"""What a sheet says of itself, in words: nothing guessed, nothing unknown left unsaid."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.utils import timezone
from django.utils.translation import override

from cms.vocabularies import FACTS
from funding.presentation import fact_groups, facts
from funding.presentation.countdown import countdown
from search.engines import get_engine
from search.presenters import badge_of
from search.query import SearchQuery
from tests.funding.dates import rome

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def test_every_line_has_a_key_by_which_it_is_explained(full_sheet):
    """The list of facts is in the order in which a sheet shows them."""
    shown = [one.key for group in fact_groups.groups(full_sheet) for one in group.facts]
    shown += [one.key for one in fact_groups.requirements(full_sheet) + fact_groups.trust(full_sheet)]
    assert len(shown) > 25
    assert [code for code in FACTS.codes if code in shown] == shown


def lines(sheet) -> dict:
    return {fact.label: fact for group in fact_groups.groups(sheet) for fact in group.facts}


@pytest.mark.parametrize(
    ("fields", "label", "detail"),
    [
        ({"closes_on": date(2026, 12, 1)}, "Closing soon", "8 days left"),
        ({"closes_on": date(2026, 11, 24)}, "Closing soon", "1 day left"),
        ({"closes_on": date(2026, 11, 23), "closes_at": time(12)}, "Closing soon", "until 12:00 today"),
        ({"closes_on": date(2026, 11, 23)}, "Closing soon", "last day today"),
        ({"closes_on": date(2026, 12, 31)}, "Open", "38 days left"),
        ({"closes_on": date(2029, 12, 31)}, "Open", "until 31 December 2029"),
        ({"closes_on": None, "no_deadline": True}, "Open", "no deadline"),
        ({"opens_on": date(2026, 12, 1)}, "Forthcoming", "from 1 December 2026"),
        ({"opens_on": date(2026, 12, 9), "opening_month_only": True}, "Forthcoming", "December 2026"),
        ({"opens_on": None}, "Open", "38 days left"),
        ({"closes_on": None}, "Deadline not indicated", ""),
        ({"opens_on": date(2005, 11, 18), "closes_on": None}, "Deadline not indicated", "probably over"),
        ({"opens_on": None, "closes_on": None}, "Deadline not indicated", ""),
        ({"closes_on": date(2044, 8, 6)}, "Deadline not indicated", ""),
        ({"closes_on": date(2026, 12, 1), "closes_at": time(0)}, "Closing soon", "7 days left"),
        ({"closes_on": date(2026, 11, 24), "closes_at": time(0)}, "Closing soon", "last day today"),
        ({"suspended": True}, "Suspended", ""),
        ({"closes_on": date(2026, 11, 1)}, "Closed", ""),
        ({"closes_on": date(2026, 11, 1), "results_awaited": True}, "Under evaluation", ""),
    ],
)
def test_the_badge_tells_the_status_and_what_the_clock_says(make_sheet, fields, label, detail):
    badge = make_sheet(**fields).badge
    assert (badge.label, badge.detail) == (label, detail)


def test_a_search_result_wears_the_same_badge(make_sheet, search_index):
    sheet = make_sheet(closes_on=date(2026, 12, 1), closes_at=time(12))
    make_sheet(suspended=True)
    search_index.rebuild()
    hits = get_engine().search(SearchQuery("it")).hits
    badges = {hit.page_id: badge_of(hit, timezone.now()) for hit in hits if hit.type == "funding"}
    assert badges[sheet.pk] == sheet.badge
    assert {badge.code for badge in badges.values()} == {"closing", "suspended"}


def test_the_site_decides_what_is_near(make_sheet, closing_days):
    sheet = make_sheet(closes_on=date(2026, 12, 15))
    assert sheet.badge.code == "open"
    closing_days(30)
    assert sheet.badge.code == "closing"


def test_what_people_ask_for_stays_when_nothing_is_known(make_sheet):
    known = lines(make_sheet(grantor=None))
    for label in ("For whom", "Where", "How much", "For which costs", "Grantor", "Procedure"):
        assert known[label].values == ()
    assert "Municipalities" not in known
    assert "PNRR" not in [group.title for group in fact_groups.groups(make_sheet())]


def test_a_full_sheet_tells_everything(full_sheet):
    known = lines(full_sheet)
    assert known["For whom"].values == (
        "Enterprises",
        "Cooperatives and non-profit associations",
        "Public bodies",
    )
    assert known["Where"].values == ("The whole country",)
    assert known["How much"].values == ("up to €250,000",)
    assert known["How much"].note == "at most 80% of the spending"
    assert known["Closes"].values == ("1 December 2026, at 12:00 (Italian time)",)
    assert known["Good to know"].values == ("Due finestre.",)
    assert known["Criteria"].values == ("Qualità: 40 punti",)
    assert known["Component"].values == ("M1C3, Tourism and culture 4.0",)
    assert known["Together with other aid"].note == "Non oltre il 100%."
    assert known["Grantor"].url == "https://mic.example"
    trust = {fact.label: fact for fact in fact_groups.trust(full_sheet)}
    assert trust["Source"].url.startswith("https://www.incentivi.gov.it")
    assert trust["Licence of the source"].values == ("IODL 2.0",)
    assert trust["Checked"].note == 'by <span lang="it">la redazione</span>'


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (None, None, ""),
        (None, 80, "at most 80% of the spending"),
        (40, None, "at least 40% of the spending"),
        (40, 80, "from 40% to 80% of the spending"),
        (50, 50, "50% of the spending"),
        (0, 50, "at most 50% of the spending"),
        (0, None, ""),
    ],
)
def test_the_share_is_told_as_far_as_it_is_known(make_sheet, low, high, text):
    sheet = make_sheet(
        intensity_min=None if low is None else Decimal(low),
        intensity_max=None if high is None else Decimal(high),
    )
    assert facts.share(sheet) == text


def test_long_lists_are_cut_on_cards():
    assert facts.short(("a", "b")) == "a, b"
    assert facts.short(("a", "b", "c", "d")) == "a, b and 2 more"


@pytest.mark.parametrize(
    ("fields", "label", "shown", "action", "calendar"),
    [
        ({"closes_at": time(12)}, "Closes", date(2026, 12, 31), "Apply", True),
        ({"closes_on": None, "no_deadline": True}, "Applications", "No deadline", "Apply", False),
        ({"opens_on": date(2026, 12, 1)}, "Opens", date(2026, 12, 1), "Official page", True),
        ({"opens_on": None}, "Closes", date(2026, 12, 31), "Apply", True),
        ({"closes_on": None}, "Deadline", "Not indicated", "Official page", False),
        (
            {"opens_on": date(2027, 4, 1), "opening_month_only": True, "closes_on": None},
            "Opens",
            "April 2027",
            "Official page",
            False,
        ),
        ({"closes_on": date(2026, 12, 1), "closes_at": time(0)}, "Closes", date(2026, 11, 30), "Apply", True),
        ({"suspended": True}, "The call is", "Suspended", "Official page", False),
        ({"closes_on": date(2026, 11, 1)}, "Closed", date(2026, 11, 1), "Official page", False),
        ({"concluded": True}, "The call is", "Closed", "Official page", False),
        ({"closed_early_on": date(2026, 10, 1)}, "Closed early", date(2026, 10, 1), "Official page", False),
        ({"closed_early_on": date(2026, 12, 20)}, "Closes", date(2026, 12, 19), "Apply", True),
    ],
)
def test_the_dark_block_tells_the_day_and_the_one_action(make_sheet, fields, label, shown, action, calendar):
    links = {"application_link": "https://domande.example", "official_page": "https://mic.example/avviso"}
    block = countdown(make_sheet(**links | fields))
    assert (block.label, block.day or block.headline) == (label, shown)
    assert (block.action, block.calendar) == (action, calendar)


EARLY, LATE = date(2026, 11, 20), date(2026, 12, 31)
AT_NOON = {"closes_on": LATE, "closes_at": time(12)}
SPENT = {"closes_on": None, "no_deadline": True}


@pytest.mark.parametrize(
    ("fields", "label", "day", "hour"),
    [
        (AT_NOON, "Closes", LATE, "12:00"),
        (AT_NOON | {"closed_early_on": EARLY}, "Closed", EARLY, ""),
        (AT_NOON | {"closed_early_on": date(2026, 12, 20)}, "Closes", date(2026, 12, 19), ""),
        (AT_NOON | {"concluded": True}, "Day not indicated", None, None),
        (SPENT, "No deadline", None, None),
        (SPENT | {"closed_early_on": EARLY}, "Closed", EARLY, ""),
        (SPENT | {"closed_early_on": date(2026, 11, 24)}, "Closes today", date(2026, 11, 23), ""),
        (SPENT | {"concluded": True}, "Day not indicated", None, None),
        ({"closes_on": EARLY, "results_awaited": True}, "Closed", EARLY, ""),
        ({"closes_on": None}, "Deadline not indicated", None, None),
        (AT_NOON | {"suspended": True}, "Suspended, was to close", LATE, "12:00"),
        ({"closes_on": EARLY, "closes_at": time(0)}, "Closed", date(2026, 11, 19), "24:00"),
    ],
)
def test_a_card_tells_the_day_on_which_it_was_or_will_be_too_late(make_sheet, fields, label, day, hour):
    sheet = make_sheet(**fields)
    assert (sheet.key_date_label, sheet.key_date) == (label, day)
    if day:
        assert sheet.key_date_time == hour
    assert sheet.badge.label


def test_the_badge_counts_to_an_earlier_end(make_sheet):
    assert make_sheet(**SPENT, closed_early_on=date(2026, 11, 24)).badge.detail == "last day today"
    assert make_sheet(**AT_NOON, closed_early_on=date(2026, 12, 20)).badge.detail == "26 days left"


def test_the_hour_is_told_only_where_it_is_known(make_sheet):
    assert countdown(make_sheet(closes_at=time(12))).note == "at 12:00, Italian time"
    assert countdown(make_sheet(closes_at=time(0))).note == "at 24:00, Italian time"
    assert countdown(make_sheet()).note == "hour not indicated"
    sheet = make_sheet(source_name="incentivi.gov.it")
    assert countdown(sheet).note == "hour not indicated by the source"
    assert lines(sheet)["Closes"].note == "hour not indicated by the source"
    midnight = lines(make_sheet(closes_at=time(0)))["Closes"]
    assert midnight.values[0] == "30 December 2026, at 24:00 (Italian time)"


def test_what_is_known_of_a_call_to_come_is_both_days(make_sheet):
    sheet = make_sheet(opens_on=date(2026, 12, 1), closes_on=date(2026, 12, 18), closes_at=time(12))
    assert countdown(sheet).remarks == ("Closes on 18 December 2026, at 12:00 (Italian time)",)
    assert (sheet.key_date_label, sheet.key_date, sheet.closes_later) == (
        "Opens",
        date(2026, 12, 1),
        date(2026, 12, 18),
    )
    assert sheet.closes_later_at == "12:00"
    assert "Opens 1 Dec 2026 · closes 18 Dec 2026" in sheet.card_meta
    assert not any("Closes" in text for text in make_sheet().card_meta)


def test_an_opening_known_to_the_month_is_told_as_a_month(make_sheet):
    sheet = make_sheet(opens_on=date(2027, 4, 1), opening_month_only=True, closes_on=None)
    assert (sheet.key_date_label, sheet.key_date) == ("Opens in April 2027", None)
    assert lines(sheet)["Opens"].values == ("April 2027",)


def test_what_is_in_doubt_is_said_in_the_block(make_sheet):
    assert countdown(make_sheet(opens_on=None)).remarks == ("The day of opening is not indicated.",)
    old = make_sheet(opens_on=date(2005, 11, 18), closes_on=None)
    assert countdown(old).remarks == (
        "It opened over 24 months ago and nobody has verified it lately: it is probably over.",
    )
    note = "entro la scadenza delle ore 12.30 del 30 aprile 2027"
    assert countdown(make_sheet(closes_on=date(2027, 6, 30), dates_note=note)).remarks == (
        "The note on dates names this end: 30 April 2027, at 12:30 (Italian time).",
    )
    same = make_sheet(closes_on=date(2027, 4, 30), closes_at=time(12, 30), dates_note=note)
    assert countdown(same).remarks == ()


def test_the_day_left_is_that_of_rome(make_sheet, today):
    sheet = make_sheet(closes_on=date(2026, 12, 1))
    today.move_to(rome("2026-11-30 23:30"))
    assert sheet.days_left == 1
    today.move_to(rome("2026-12-01 00:30"))
    assert sheet.days_left == 0


@pytest.mark.parametrize(
    ("fields", "label", "detail"),
    [
        ({"opens_on": date(2026, 11, 23), "opens_at": time(23)}, "Opens today", "opens today at 23:00"),
        ({"opens_on": date(2026, 11, 24), "opens_at": time(9)}, "Opens tomorrow", "opens tomorrow at 09:00"),
        ({"opens_on": date(2026, 11, 24)}, "Opens tomorrow", "opens tomorrow"),
        ({"opens_on": date(2026, 11, 25)}, "Opens", "from 25 November 2026"),
        ({"closes_on": date(2026, 11, 23), "closes_at": time(12)}, "Closes today", "until 12:00 today"),
        ({"closes_on": date(2026, 11, 23)}, "Closes today", "last day today"),
        ({"closes_on": date(2026, 11, 24)}, "Closes tomorrow", "1 day left"),
        ({"closed_early_on": date(2026, 11, 24)}, "Closes today", "last day today"),
    ],
)
def test_what_opens_or_closes_today_or_tomorrow_says_so(make_sheet, fields, label, detail):
    sheet = make_sheet(**fields)
    assert countdown(sheet).label == sheet.key_date_label == label
    assert sheet.badge.detail == detail


def test_the_list_says_today_in_the_words_of_the_sheet(make_sheet, search_index, client):
    sheet = make_sheet(closes_on=date(2026, 11, 23))
    search_index.rebuild()
    with override("it"):
        label, detail = sheet.key_date_label, sheet.badge.detail
    assert f'<span class="meta">{label}</span>' in client.get("/it/bandi/").content.decode()
    assert f'<span class="label">{label}</span>' in client.get(sheet.url).content.decode()
    assert detail in client.get("/it/").content.decode()


PLACEHOLDER = {"opens_on": date(2024, 8, 6), "closes_on": date(2044, 8, 6)}


def test_a_day_that_counts_as_none_is_told_wherever_the_deadline_is(make_sheet, client):
    """On the page and in the comparison, and to the editor: nowhere that the source gives no day."""
    sheet = make_sheet(**PLACEHOLDER)
    told = "The source records 6 August 2044, a day that cannot be believed as a deadline: ask the issuer."
    with override("en"):
        assert countdown(sheet).note == told
        fact = facts.closing_fact(sheet)
        assert (fact.values, fact.note) == (
            (),
            "the source records 6 August 2044, a day that cannot be believed",
        )
        assert any("it counts as none" in question for question in sheet.questions())
        assert "The source gives no closing day" in countdown(make_sheet(closes_on=None)).note
        assert facts.closing_fact(make_sheet(closes_on=None)).note == ""
        assert not make_sheet(closes_on=date(2027, 1, 1)).questions()
    page = client.get(sheet.url).content.decode()
    assert "The source gives no closing day" not in page


@pytest.mark.parametrize(
    ("fields", "usable"),
    [
        ({}, True),
        ({"opens_on": date(2026, 12, 1)}, True),
        ({"closes_on": date(2026, 11, 1)}, False),
        ({"closes_on": date(2026, 11, 1), "results_awaited": True}, False),
        ({"closed_early_on": date(2026, 11, 1)}, False),
        ({"suspended": True}, False),
    ],
)
def test_what_is_over_leads_nobody_to_an_application(make_sheet, client, fields, usable):
    """Neither people nor programs: no button, no row, no offer, no channel."""
    link = "https://domande.example/avviso"
    sheet = make_sheet(application_link=link, official_page="https://mic.example/avviso", **fields)
    assert (link in client.get(sheet.url).content.decode()) == usable


@pytest.mark.parametrize(
    ("closes_on", "words"), [(LATE, "To come after the deadline"), (date(2026, 11, 1), "Awaited")]
)
def test_results_are_to_come_after_the_deadline_or_awaited_once_it_has_passed(make_sheet, closes_on, words):
    sheet = make_sheet(closes_on=closes_on, results_awaited=True)
    assert lines(sheet)["Results published"].values == (words,)
