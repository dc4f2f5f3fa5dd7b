"""The verdict on one sheet: whether it fits, and what decides."""

from datetime import date
from decimal import Decimal

import pytest

from funding.domain.status import OVER
from funding.models import FundingSheetPage

from .asking import WE, html_of

pytestmark = pytest.mark.django_db


def test_a_sheet_leads_to_its_questions_and_carries_the_answers(client, fitting):
    assert f'href="{fitting.url}fa-per-noi/"' in html_of(client.get(fitting.url))
    page = html_of(client.get(f"{fitting.url}?{WE}"))
    assert f'href="{fitting.url}fa-per-noi/?{WE.replace("&", "&amp;")}"' in page


def test_without_answers_there_are_questions_and_no_verdict(client, fitting):
    response = client.get(f"{fitting.url}fa-per-noi/")
    assert "verdict" not in response.context
    assert f'<form method="get" action="{fitting.url}fa-per-noi/"' in html_of(response)


def test_the_verdict_names_each_criterion_with_the_reason_and_the_sheets_own_words(client, full_sheet):
    response = client.get(f"{full_sheet.url}fa-per-noi/?{WE}")
    page = html_of(response)
    assert response.context["verdict"].code == "check"
    lines = {line.title: line for line in response.context["lines"]}
    assert lines["What for"].badge.code == "check"
    assert "The call names other purposes: see which costs it pays." in page
    assert lines["What for"].words == ("Ecological transition",)
    assert lines["Where"].badge.code == "check"
    assert lines["Where"].words == ("The whole country", "Sede in Italia")
    assert lines["For whom"].words == (
        "Enterprises",
        "Cooperatives and non-profit associations",
        "Public bodies",
    )
    assert lines["How much"].badge.code == "fits"
    assert "Rating di legalità" not in page
    for verdict in ("Fits", "To be checked"):
        assert verdict in page
    assert 'href="https://mic.example/avviso"' in page


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"regions": ["ITC4"], "ateco": "59"}, "What stands against it:</span> <b>Where</b>"),
        (
            {"ateco": "59", "municipalities": "Bari", "grant_max": None},
            "To be checked:</span> <b>Where, Sector</b>",
        ),
    ],
)
def test_what_is_in_the_way_is_named_beside_the_verdict(client, fitting, fields, words):
    FundingSheetPage.objects.filter(pk=fitting.pk).update(**fields)
    verdict = html_of(client.get(f"{fitting.url}fa-per-noi/?{WE}")).partition('<dl class="criteria">')[0]
    assert words in verdict
    assert ("<b>" in verdict.partition('class="verdict"')[2]) == bool(words)


@pytest.mark.parametrize(
    ("fields", "lead"),
    [
        ({}, "By what the sheet says and what you have answered, nothing stands against it."),
        (
            {"grant_max": Decimal(20_000)},
            "Nothing stands against it, but the grant is smaller than what you need.",
        ),
        (
            {"grant_max": Decimal(20_000), "ateco": "59"},
            "The grant is smaller than what you need, and 1 more point is left to check.",
        ),
        ({"ateco": "59"}, "It depends on 1 point that only you can check."),
        (
            {"ateco": "59", "grant_max": None},
            "It depends on 1 point that only you can check. On 1 point the sheet says nothing: How much.",
        ),
        (
            {"sectors": [], "sizes": []},
            "By what the sheet says and what you have answered, nothing stands against it. "
            "On 2 points the sheet says nothing: Size, Sector.",
        ),
        ({"regions": []}, "On 1 point the sheet says nothing: Where."),
        (
            {"regions": ["ITC4"], "ateco": "59"},
            "By what the sheet says, at least one thing stands against it.",
        ),
    ],
)
def test_the_headline_says_what_stands_below_it(client, fitting, fields, lead):
    FundingSheetPage.objects.filter(pk=fitting.pk).update(**fields)
    response = client.get(f"{fitting.url}fa-per-noi/?{WE}")
    assert response.context["verdict_lead"] == lead
    assert f'<p class="lead">{lead}</p>' in html_of(response)


@pytest.mark.parametrize(
    ("answers", "lead"),
    [
        ("form=worker-cooperative", "5 questions are left to answer: the verdict depends on them."),
        (
            "form=worker-cooperative&home=ITF4&field=culture&goal=digitalisation&need=20000",
            "1 question is left to answer: the verdict depends on it.",
        ),
    ],
)
def test_questions_that_were_not_answered_are_no_points_to_check(client, fitting, answers, lead):
    path = f"{fitting.url}fa-per-noi/?{answers}"
    assert client.get(path).context["verdict_lead"] == lead
    FundingSheetPage.objects.filter(pk=fitting.pk).update(municipalities="Bari", ateco="90")
    own = 2 if "home" in answers else 0  # without an answer the place and the sector are questions first
    words = f"It depends on {own} points that only you can check. {lead}" if own else lead
    assert client.get(path).context["verdict_lead"] == words


def test_the_headline_counts_every_line_to_be_checked(client, fitting):
    texts = ["Cooperativa sociale di tipo B", "DURC regolare", "Bilancio approvato", "Un tutor per ciascuno"]
    fitting.requirements = [("requirement", {"text": text, "level": "needed"}) for text in texts]
    fitting.save()
    response = client.get(f"{fitting.url}fa-per-noi/?{WE}")
    to_check = [line for line in response.context["lines"] if line.badge.code == "check"]
    assert len(to_check) == 4
    assert response.context["verdict_lead"] == "It depends on 4 points that only you can check."
    assert response.context["open_points"] == "For whom, Further requirements (3)"


def test_a_condition_is_shown_where_it_counts_also_beside_an_amount(client, fitting):
    text = "Un progetto di almeno 5.000 euro"
    fitting.requirements = [("requirement", {"text": text, "level": "needed", "about": ["amount"]})]
    fitting.save()
    lines = {line.title: line for line in client.get(f"{fitting.url}fa-per-noi/?{WE}").context["lines"]}
    assert lines["How much"].badge.code == "check"
    assert lines["How much"].words[-1] == text and len(lines["How much"].words) == 2


def test_what_the_sheet_does_not_say_has_a_mark_of_its_own(client, fitting):
    FundingSheetPage.objects.filter(pk=fitting.pk).update(sizes=[])
    response = client.get(f"{fitting.url}fa-per-noi/?{WE}")
    lines = {line.title: line for line in response.context["lines"]}
    assert (lines["Size"].badge.code, lines["Size"].words) == ("unstated", ())
    assert 'class="badge unstated">The sheet does not say<' in html_of(response)


def test_a_requirement_to_be_checked_is_no_clean_bill(client, fitting):
    fitting.requirements = [
        ("requirement", {"text": "Cooperativa sociale di tipo B", "level": "needed"}),
        ("requirement", {"text": "Sede in Italia", "level": "needed"}),
    ]
    fitting.save()
    lead = client.get(f"{fitting.url}fa-per-noi/?{WE}").context["verdict_lead"]
    assert lead == "It depends on 2 points that only you can check."


def test_the_way_back_leads_to_the_finder_with_the_answers(client, fitting):
    page = html_of(client.get(f"{fitting.url}fa-per-noi/?{WE}"))
    answers = WE.replace("&", "&amp;")
    assert f'href="/it/bandi/?{answers}&amp;sort=fit"' in page
    assert f'href="{fitting.url}?{answers}"' in page


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({}, ""),
        ({"suspended": True}, "The call is suspended: for now nobody can apply."),
        ({"closes_on": date(2026, 11, 1)}, "The call is closed: nobody can apply any more."),
        ({"opens_on": date(2026, 12, 1)}, "The call is not open yet. It opens: 1 dicembre 2026."),
        (
            {"closes_on": date(2026, 11, 1), "results_awaited": True},
            "The call has closed: applications are being assessed.",
        ),
    ],
)
def test_whether_one_can_apply_now_is_told_beside_the_verdict(client, make_sheet, fields, note):
    sheet = make_sheet(beneficiaries=["cooperative"], **fields)
    response = client.get(f"{sheet.url}fa-per-noi/?form=worker-cooperative")
    assert response.context["status_note"] == note
    if sheet.status in OVER:
        # Nothing but that: neither a verdict nor questions that would lead to one.
        page = html_of(response)
        assert "verdict" not in response.context and "profile-form" not in page and "criteria" not in page
    else:
        assert response.context["verdict"].code == "check"


def test_hostile_words_of_a_sheet_stay_words(client, make_sheet):
    sheet = make_sheet(municipalities="<script>alert(1)</script>")
    assert "<script>alert" not in html_of(client.get(f"{sheet.url}fa-per-noi/?{WE}"))
