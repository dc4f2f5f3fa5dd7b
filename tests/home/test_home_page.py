"""The home page draws each section from live content; an editor's picks override it."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils.translation import override

from home.models import HomePage, HomePick
from home.queries import home_sections
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from tests.factories import pages as make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_frozen")]


@pytest.fixture
def _frozen():
    with time_machine.travel("2026-11-23 10:00:00+01:00", tick=False):
        yield


def titles(tree, section) -> list[str]:
    home = HomePage.display_queryset().get(pk=tree.home.pk)
    return [page.title for page in home_sections(home)[section]]


def pick(tree, section, page) -> HomePick:
    return HomePick.objects.create(home=tree.home, section=section, page=page)


def sheet(tree, title, closes_on, **fields):
    return make.sheet(tree.funding, title=title, opens_on=date(2026, 1, 1), closes_on=closes_on, **fields)


def test_deadlines_are_the_nearest_that_can_still_be_met(tree):
    sheet(tree, "later", date(2027, 1, 1))
    sheet(tree, "sooner", date(2026, 12, 1))
    sheet(tree, "over", date(2026, 11, 1))
    sheet(tree, "suspended", date(2026, 11, 30), suspended=True)
    sheet(tree, "closed early", date(2026, 12, 2), closed_early_on=date(2026, 11, 2))
    sheet(tree, "without deadline", None, no_deadline=True)
    assert titles(tree, "deadlines") == ["sooner", "later", "without deadline"]


def test_a_deadline_that_passed_this_morning_is_gone(tree):
    sheet(tree, "this morning", date(2026, 11, 23), closes_at="09:00")
    sheet(tree, "this evening", date(2026, 11, 23))
    assert titles(tree, "deadlines") == ["this evening"]


def test_many_calls_closed_before_their_deadline_do_not_hide_the_open_ones(tree):
    for number in range(20):
        sheet(tree, f"closed {number}", date(2026, 11, 24), closed_early_on=date(2026, 11, 2))
        make.sheet(tree.funding, title=f"over {number}", opens_on=date(2026, 11, 23), concluded=True)
    sheet(tree, "open", date(2026, 12, 1))
    make.sheet(tree.funding, title="to come", opens_on=date(2026, 12, 1))
    assert titles(tree, "deadlines") == ["open"]
    assert titles(tree, "openings") == ["to come"]


def test_an_end_that_is_only_announced_is_a_deadline_too(tree):
    sheet(tree, "later", date(2026, 12, 20))
    sheet(tree, "until the money is gone", None, closed_early_on=date(2026, 12, 10))
    sheet(tree, "ends early", date(2027, 3, 1), closed_early_on=date(2026, 12, 5))
    assert titles(tree, "deadlines") == ["ends early", "until the money is gone", "later"]


def test_a_call_that_leads_is_not_told_twice(tree):
    first = sheet(tree, "first", date(2026, 11, 24))
    for day in range(1, 7):
        sheet(tree, f"call {day}", date(2026, 12, day))
    pick(tree, "lead", first)
    assert titles(tree, "lead") == ["first"]
    assert titles(tree, "deadlines") == [f"call {day}" for day in range(1, 6)]


def test_picked_calls_stand_in_their_order_and_openings_beside_them(tree):
    last, first = sheet(tree, "last", date(2027, 1, 1)), sheet(tree, "first", date(2026, 12, 1))
    sheet(tree, "not picked", date(2026, 11, 30))
    coming = make.sheet(tree.funding, title="to come", opens_on=date(2026, 12, 1))
    make.sheet(tree.funding, title="later", opens_on=date(2026, 12, 2))
    pick(tree, "deadlines", last)
    pick(tree, "deadlines", first)
    pick(tree, "lead", coming)
    assert titles(tree, "deadlines") == ["last", "first"]
    assert titles(tree, "openings") == ["later"]
    assert titles(tree, "lead") == ["to come"]


def test_events_to_come_stand_before_all_others(tree):
    make.event(tree.events, title="over", start_day=date(2026, 10, 1))
    make.event(tree.events, title="on", start_day=date(2026, 11, 20), end_day=date(2026, 11, 24))
    make.event(tree.events, title="next", start_day=date(2026, 12, 5))
    make.event(tree.events, title="year unknown", start_day=date(2027, 12, 5), year_known=False)
    assert titles(tree, "events") == ["on", "next"]


def test_without_an_event_to_come_the_most_recent_are_shown(tree):
    make.event(tree.events, title="long ago", start_day=date(2020, 1, 1))
    make.event(tree.events, title="lately", start_day=date(2026, 11, 1))
    make.event(tree.events, title="next week?", start_day=date(2012, 12, 5), year_known=False)
    assert titles(tree, "events") == ["lately", "long ago"]


def test_news_come_newest_first(tree):
    for day in (1, 9, 5):
        make.article(tree.news, title=f"news {day}", day=date(2026, 11, day))
    make.article(tree.news, title="undated")
    assert titles(tree, "news") == ["news 9", "news 5", "news 1", "undated"]


def test_the_newest_story_leads_and_is_not_told_twice(tree):
    for number in range(4):
        make.story(tree.stories, title=f"story {number}", first_published_at=f"2026-11-0{number + 1}T10:00Z")
    assert titles(tree, "lead") == ["story 3"]
    assert titles(tree, "stories") == ["story 2", "story 1", "story 0"]


def test_picks_override_the_calendar_in_the_order_given(tree):
    first = make.article(tree.news, title="old", day=date(2020, 1, 1))
    make.article(tree.news, title="new", day=date(2026, 1, 1))
    second = make.article(tree.news, title="middle", day=date(2023, 1, 1))
    pick(tree, "news", first)
    pick(tree, "news", second)
    assert titles(tree, "news") == ["old", "middle"]


def test_a_pick_counts_in_every_language_that_has_the_page(tree):
    article = make.article(tree.news, title="scelto", day=date(2020, 1, 1))
    make.translate(article, tree.english.locale, title="chosen")
    other = make.article(tree.english.news, title="new", day=date(2026, 1, 1))
    HomePick.objects.create(home=tree.english.home, section="news", page=article)
    assert titles(tree.english, "news") == ["chosen"]
    assert other.title not in titles(tree.english, "news")


def test_a_pick_that_is_not_live_is_left_out(tree):
    article = make.article(tree.news, title="withdrawn")
    pick(tree, "news", article)
    article.unpublish()
    assert titles(tree, "news") == []


def test_any_kind_of_page_may_lead(tree):
    project = make.project(tree.projects, title="leading project")
    make.project(tree.projects, title="another")
    pick(tree, "lead", project)
    assert titles(tree, "lead") == ["leading project"]
    assert titles(tree, "projects") == ["another"]


def test_a_pick_of_the_wrong_kind_is_refused_by_name(tree):
    story = make.story(tree.stories)
    wrong = HomePick(home=tree.home, section="deadlines", page=story)
    with override("en"), pytest.raises(ValidationError) as caught:
        wrong.clean()
    assert caught.value.message_dict == {
        "page": ["“Next deadlines” takes pages of this kind: funding sheet."]
    }
    with pytest.raises(ValidationError):
        HomePick(home=tree.home, section="lead", page=tree.funding).clean()
    HomePick(home=tree.home, section="stories", page=story).clean()
    HomePick(home=tree.home, section="lead", page=story).clean()


def test_an_empty_site_has_a_home_page(client, tree):
    response = client.get("/it/")
    assert response.status_code == 200
    assert "<h1>" in response.content.decode()


def fill(tree, times: int) -> None:
    from tests.factories.media import picture

    for number in range(times):
        sheet(tree, f"call {number}", date(2026, 12, 1))
        make.event(tree.events, start_day=date(2026, 12, 1))
        make.article(tree.news, day=date(2026, 11, 1))
        make.project(tree.projects, picture=picture())
        make.story(tree.stories, picture=picture())


@pytest.mark.parametrize("times", [2, 8])
def test_an_uncached_home_page_asks_at_most_twelve_questions(
    client, tree, times, django_assert_max_num_queries
):
    fill(tree, times)
    pick(tree, "lead", make.project(tree.projects))
    client.get("/it/notizie/")  # what all pages share is read once a generation
    with django_assert_max_num_queries(12):
        assert client.get("/it/").status_code == 200


def test_deadlines_by_month_lead_into_the_finder(client, tree, search_index):
    sheet(tree, "Vicino", date(2026, 12, 1))
    sheet(tree, "Lontano", date(2027, 3, 1))
    search_index.rebuild()
    months = client.get("/it/").context["deadline_months"]
    assert [(one.label, one.count) for one in months.columns if one.count] == [("dic", 1), ("mar", 1)]
    assert client.get(months.columns[1].url).context["total"] == 1


def test_the_home_page_does_without_the_search(client, tree, search_index, monkeypatch):
    def fail(*_args):
        raise EngineUnavailable

    sheet(tree, "Vicino", date(2026, 12, 1))
    search_index.rebuild()
    monkeypatch.setattr(type(get_engine()), "search", fail)
    html = client.get("/it/").content.decode()
    assert "Vicino" in html and "deadline-months" not in html


def test_the_site_tells_machines_how_to_search_it(client, tree):
    html = client.get("/en/").content.decode()
    assert '"@type":"SearchAction"' in html
    assert "/en/search/?q={words}" in html
