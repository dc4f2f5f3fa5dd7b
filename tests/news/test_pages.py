"""What a visitor reads on an article, an event and a project: every fact, and where one is missing, that."""

import re
from datetime import UTC, date, datetime

import pytest

from news.programme import by_day
from tests.factories import pages

from .conftest import party, relate, topic

pytestmark = pytest.mark.django_db


def text(client, page) -> str:
    """The words of the page's main part, without markup."""
    html = client.get(page.url).content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def test_an_article_tells_kind_day_author_and_what_it_is_about(client, tree, network):
    page = pages.article(tree.news, kind="interview", day=date(2026, 5, 2), author="Ufficio stampa")
    topic(page, "cinema", "Cinema e teatro")
    sheet, story = pages.sheet(tree.funding, title="Bando Uno"), pages.story(tree.stories, title="Storia Due")
    relate(page, network, sheet)
    relate(story, page)
    words = text(client, page)
    for expected in (
        "2 maggio 2026",
        "Ufficio stampa",
        "Cinema e teatro",
        "Fare rete",
        "Bando Uno",
        "Storia Due",
    ):
        assert expected in words
    assert page.get_kind_display() in words


def test_news_without_a_day_bear_that_of_their_publication(client, tree):
    published = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    article = pages.article(tree.news, first_published_at=published)
    words = text(client, article)
    assert "Published here on" in words
    assert words.count("23 novembre 2026") == 2  # below the title, and among the facts


@pytest.mark.parametrize("make", [pages.article, pages.event, pages.project])
def test_a_fact_that_is_not_known_is_left_out(client, tree, make):
    parents = {pages.article: tree.news, pages.event: tree.events, pages.project: tree.projects}
    html = client.get(make(parents[make]).url).content.decode()
    assert 'class="unknown"' not in html


def test_an_event_tells_everything(client, fair):
    words = text(client, fair)
    for expected in (
        "Fiera della rete",
        "Sala Grande",
        "Via Roma 1",
        "Bologna",
        "Italiano, inglese",
        "Ingresso senza gradini.",
        "Ente Fiera",
        "Rete Sud",
        "Apertura",
        "Anna Neri",
    ):
        assert expected in words
    html = client.get(fair.url).content.decode()
    assert 'href="https://maps.example.org/sala"' in html
    assert 'href="https://fair.example.org/iscriviti"' in html


def test_the_programme_goes_by_day_and_hour(client, fair):
    days = by_day(fair)
    assert [[session.title for session in day.sessions] for day in days] == [
        ["Mostra"],
        ["Apertura"],
        ["Dopo"],
    ]
    assert [day.machine for day in days] == ["", "2026-12-05", "2026-12-06"]
    html = client.get(fair.url).content.decode()
    assert '<time datetime="2026-12-05">sabato 5 dicembre 2026</time>' in html
    assert '<time datetime="10:00">10:00</time>–<time datetime="11:00">11:00</time>' in html


def test_an_event_without_its_year_never_shows_one(client, mission):
    html = client.get(mission.url).content.decode()
    assert "5–7 dicembre" in html
    assert "2012" not in html[html.index("<main") : html.index("</main>")]


def test_a_day_of_the_programme_has_no_year_either(client, tree, mission):
    mission.programme = [
        (
            "session",
            {"day": date(2012, 12, 6), "starts": None, "ends": None, "title": "X", "text": "", "people": ""},
        )
    ]
    mission.save_revision().publish()
    assert '<time datetime="--12-06">6 dicembre</time>' in client.get(mission.url).content.decode()


def test_an_event_that_is_over_says_so(tree, time_machine):
    page = pages.event(tree.events, start_day=date(2026, 12, 5), end_day=date(2026, 12, 7))
    for moment, code in (
        ("2026-12-04T23:59+01:00", None),
        ("2026-12-05T00:00+01:00", "ongoing"),
        ("2026-12-07T23:59+01:00", "ongoing"),
        ("2026-12-08T00:00+01:00", "past"),
    ):
        time_machine.move_to(moment)
        assert (page.badge.code if page.badge else None) == code


def test_a_project_tells_everything(client, network):
    words = text(client, network)
    for expected in (
        "Pensare e agire insieme.",
        "Organizzazione",
        "Fase 1",
        "141",
        "candidature",
        "Ramo commerciale",
        "Tutoraggio",
        "Cooperative più solide",
        "M1C3",
        "B81I22000060001",
        "Mantova",
        "gennaio 2012",
        "Consorzio Uno",
        "Fondazione Due",
    ):
        assert expected in words


def test_a_project_outside_the_plan_misses_no_code(client, tree):
    page = pages.project(tree.projects)
    assert [fact.label for fact in page.facts if "CUP" in fact.label or "PNRR" in fact.label] == []
    assert not any("CUP" in words for words in [text(client, page)])


@pytest.mark.parametrize(
    ("regions", "places", "told"),
    [
        (["ITC4"], "Mantova", ["Mantova", "Lombardia"]),
        (["ITH5"], "Emilia-Romagna", ["Emilia-Romagna"]),
        (["ITF5", "EXT"], "Basilicata, Francia", ["Basilicata, Francia"]),
        (["ITH5"], "", ["Emilia-Romagna"]),
        ([], "", []),
    ],
)
def test_places_are_told_once(tree, regions, places, told, monkeypatch):
    names = {"ITC4": "Lombardia", "ITH5": "Emilia-Romagna", "ITF5": "Basilicata", "EXT": "Estero"}
    monkeypatch.setattr("news.facts.REGIONS.labels", lambda codes: [names[code] for code in codes])
    assert pages.project(tree.projects, regions=regions, places=places).where == told


def test_parties_stand_under_their_role_in_the_order_of_the_roles(client, tree):
    page = pages.project(tree.projects)
    party(page, "Finanzia", "funder")
    party(page, "Promuove", "promoter")
    party(page, "Finanzia ancora", "funder")
    groups = client.get(page.url).context["parties"]
    assert [[body.name for body in bodies] for _role, bodies in groups] == [
        ["Promuove"],
        ["Finanzia", "Finanzia ancora"],
    ]


def test_english_pages_speak_english(client, tree, fair):
    english = pages.translate(fair, tree.english.locale, title="Network fair", slug="network-fair")
    html = client.get(english.url).content.decode()
    assert "Saturday, 5 December 2026" in html
    assert "Keep this in your calendar" in html


def test_cards_say_who_where_and_when(tree, fair, network):
    assert network.card_meta[:2] == ["Consorzio Uno", "Mantova"]
    assert fair.card_meta[1] == "Bologna"
    assert fair.card_day == date(2026, 12, 5)


def test_a_card_of_an_event_without_its_year_has_no_large_day(mission):
    assert mission.card_day is None
