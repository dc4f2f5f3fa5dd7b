"""Similar calls: computed from what sheets have in common, open ones first, no edition of the same call."""

from datetime import date

import pytest

from cms.models import Organisation, PageTopic, RelatedPage, Topic
from funding.catalogue.similar import similar_sheets
from funding.domain.similarity import MIN_SCORE, likeness
from funding.models import FundingSheetPage
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from tests.factories import pages

from .test_change_log import edit
from .test_sheet_page import html_of

pytestmark = pytest.mark.django_db

CINEMA = {
    "beneficiaries": ["cooperative", "enterprise"],
    "purposes": ["digitalisation"],
    "sectors": ["culture"],
    "whole_country": True,
}


@pytest.fixture
def cinema(make_sheet):
    return make_sheet(title="Cinema", **CINEMA)


@pytest.fixture
def titles(search_index):
    def of(sheet) -> list[str]:
        search_index.rebuild()
        return [page.title for page in similar_sheets(FundingSheetPage.objects.get(pk=sheet.pk))]

    return of


def codes(**facets) -> dict:
    return {name: frozenset(values) for name, values in facets.items()}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (codes(purpose={"a"}), codes(purpose={"a"}), 3.0),
        (codes(purpose={"a", "b"}), codes(purpose={"b"}), 1.5),
        (codes(purpose={"a"}), codes(purpose={"b"}), 0.0),
        (codes(purpose={"a"}, sector={"x"}), codes(purpose={"a"}, sector={"x"}), 5.0),
        (codes(purpose={"a"}), codes(), 0.0),
        (codes(), codes(), 0.0),
        (codes(grantor={"g"}), codes(grantor={"g"}), 1.0),
    ],
)
def test_what_two_sheets_share_makes_them_alike(one, other, alike):
    assert likeness(one, other) == likeness(other, one) == alike


def test_one_body_or_one_region_alone_is_chance():
    assert likeness(codes(grantor={"g"}), codes(grantor={"g"})) < MIN_SCORE


def test_the_more_alike_comes_first_and_what_is_not_alike_is_left_out(cinema, make_sheet, titles):
    make_sheet(title="Cinema digitale", **CINEMA)
    make_sheet(title="Musica", **CINEMA | {"purposes": ["training"]})
    make_sheet(
        title="Trattori",
        grantor=Organisation.objects.create(name="Altro", slug="altro"),
        beneficiaries=["citizen"],
        purposes=["liquidity"],
        sectors=["agriculture"],
        regions=["ITC4"],
    )
    assert titles(cinema) == ["Cinema digitale", "Musica"]


def test_open_calls_come_first_and_closed_ones_not_at_all(cinema, make_sheet, titles):
    make_sheet(title="In arrivo", opens_on=date(2026, 12, 1), **CINEMA)
    make_sheet(title="Aperto", **CINEMA | {"sectors": ["culture", "tourism"]})
    make_sheet(title="Chiuso", closes_on=date(2026, 11, 1), **CINEMA)
    make_sheet(title="Sospeso", suspended=True, **CINEMA)
    assert titles(cinema) == ["Aperto", "In arrivo"]


def test_never_itself_its_editions_or_another_language(cinema, make_sheet, titles, english_page):
    older = make_sheet(title="Cinema 2025", **CINEMA)
    oldest = make_sheet(title="Cinema 2024", **CINEMA)
    FundingSheetPage.objects.filter(pk=cinema.pk).update(previous_edition=older)
    FundingSheetPage.objects.filter(pk=older.pk).update(previous_edition=oldest)
    other = make_sheet(title="Altro", **CINEMA)
    english_page(other)
    assert titles(cinema) == ["Altro"]
    assert titles(oldest) == ["Altro"]
    assert titles(other) == ["Cinema", "Cinema 2024", "Cinema 2025"]
    english = english_page(cinema)
    assert [page.locale_id for page in _similar(english, titles)] == [english.locale_id]


def _similar(sheet, titles):
    titles(sheet)  # brings the index up to date
    return similar_sheets(sheet)


def test_a_shared_topic_makes_alike(make_sheet, tree, titles):
    topic = Topic.objects.create(name="Editoria", slug="editoria", locale=tree.locale)
    sheets = [make_sheet(title=title, beneficiaries=["cooperative"]) for title in ("Libri", "Riviste")]
    make_sheet(title="Altro", beneficiaries=["cooperative"])
    for sheet in sheets:
        PageTopic.objects.create(page=sheet, topic=topic, locale=tree.locale)
    assert titles(sheets[0])[0] == "Riviste"


def test_at_most_four_in_an_order_that_does_not_change(cinema, make_sheet, titles):
    for title in "FBEACD":
        make_sheet(title=title, **CINEMA)
    assert titles(cinema) == titles(cinema) == ["A", "B", "C", "D"]


def test_a_sheet_that_says_nothing_is_like_no_other(make_sheet, titles):
    make_sheet(title="Altro", **CINEMA)
    assert titles(make_sheet(grantor=None)) == []


def test_the_page_shows_them_with_status_and_deadline(cinema, make_sheet, client, search_index, today):
    make_sheet(title="Cinema digitale", **CINEMA | {"closes_on": date(2026, 12, 5)})
    search_index.rebuild()
    html = html_of(client, cinema)
    shown = html[html.index('id="similar"') :]
    assert "Cinema digitale" in shown
    assert "Closing soon, 12 days left" in shown
    today.move_to("2026-12-05T10:00:00+01:00")
    request = client.get(cinema.url).wsgi_request
    assert request._expires_at.isoformat() == "2026-12-06T00:00:00+01:00"


def test_without_the_search_there_are_none_and_the_page_stays(
    cinema, make_sheet, client, search_index, monkeypatch
):
    make_sheet(title="Cinema digitale", **CINEMA)
    search_index.rebuild()

    def down(self, query):
        raise EngineUnavailable

    monkeypatch.setattr(type(get_engine()), "search", down)
    assert "Cinema digitale" not in html_of(client, cinema)


def test_a_page_with_everything_costs_few_queries(
    full_sheet, make_sheet, client, search_index, english_page, tree, django_assert_max_num_queries
):
    older = make_sheet(title="Edizione 2025")
    FundingSheetPage.objects.filter(pk=full_sheet.pk).update(previous_edition=older)
    newer = make_sheet(title="Edizione 2027", previous_edition=full_sheet)
    sheet = edit(full_sheet, closes_on=date(2026, 12, 17))
    english = [english_page(one) for one in (older, sheet, newer)][1]
    for number in range(60):
        like = make_sheet(title=f"Bando {number}", slug=f"bando-{number}", **CINEMA)
        english_page(like) if number < 5 else None
    for make, parent in (
        (pages.project, tree.projects),
        (pages.story, tree.stories),
        (pages.article, tree.news),
    ):
        for _number in range(3):
            RelatedPage.objects.create(page=sheet, target=make(parent))
    search_index.rebuild()
    # A translation also asks whether the original has rows that it lacks, and what its acts are called.
    for page, most in ((sheet, 12), (english, 14)):
        client.get(page.url)
        with django_assert_max_num_queries(most):
            html = html_of(client, page)
        assert html.count("Bando ") >= 4
        assert "extended: was" in html


def test_they_are_shown_by_deadline(cinema, make_sheet, titles):
    for title, day in (("A", date(2027, 3, 1)), ("B", None), ("C", date(2026, 12, 20))):
        make_sheet(**CINEMA | {"title": title, "closes_on": day, "no_deadline": day is None})
    assert titles(cinema) == ["C", "A", "B"]
