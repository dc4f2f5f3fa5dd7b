"""What became of an event stands before its title in every list of the site, in both languages."""

from datetime import date, time

import pytest

from cms.models import RelatedPage
from home.models import HomePick
from tests.factories import pages

pytestmark = pytest.mark.django_db

DAY = date(2026, 12, 5)
STATES = {"cancelled": "Cancelled", "postponed": "Postponed", "online": "Moved online"}
# The lists of events and of one month, the feed, the calendar, the home page’s section and its lead, related
# pages, the search, and what it suggests while somebody types.
LISTS = {
    "it": {
        "events": "/it/eventi/",
        "month": "/it/eventi/?month=2026-12",
        "feed": "/it/eventi/feed.rss",
        "calendar": "/it/eventi/calendar.ics",
        "home": "/it/",
        "related": "/it/notizie/notizia/",
        "search": "/it/cerca/?q=Incontro",
        "suggestions": "/api/search/suggest?q=incon&lang=it",
    },
    "en": {
        "events": "/en/events/",
        "month": "/en/events/?month=2026-12",
        "feed": "/en/events/feed.rss",
        "calendar": "/en/events/calendar.ics",
        "home": "/en/",
        "related": "/en/news/notizia/",
        "search": "/en/search/?q=Incontro",
        "suggestions": "/api/search/suggest?q=incon&lang=en",
    },
}


@pytest.mark.parametrize("language", LISTS)
def test_the_word_stands_before_the_title(client, tree, search_index, time_machine, language):
    time_machine.move_to("2026-11-28T12:00+01:00")
    tree = tree.english if language == "en" else tree
    article = pages.article(tree.news, title="Notizia", slug="notizia")
    for state in STATES:
        event = pages.event(
            tree.events,
            title=f"Incontro {state}",
            start_day=DAY,
            start_time=time(18),
            state=state,
            previous_start_day=date(2026, 12, 1) if state == "postponed" else None,
        )
        RelatedPage.objects.create(page=article, target=event)
    search_index.rebuild()
    told = {name: client.get(address).text for name, address in LISTS[language].items()}
    HomePick.objects.create(home=tree.home, section="lead", page=event)
    told["lead"] = client.get(LISTS[language]["home"]).text.split('id="lead"')[1].split("</h2>")[0]
    for name, text in told.items():
        for state, word in STATES.items():
            if name != "lead" or state == event.state:
                title = f"{word}: Incontro {state}"
                assert text.count(title) == text.count(f"Incontro {state}") > 0, (name, state)


def test_the_badge_does_not_repeat_the_word(client, tree, time_machine):
    pages.event(tree.events, title="Incontro", start_day=DAY, state="cancelled")
    time_machine.move_to("2026-11-28T12:00+01:00")
    assert client.get("/it/eventi/").text.count("Cancelled") == 1
    pages.event(tree.events, title="Altro", start_day=DAY, state="online")
    time_machine.move_to("2026-12-05T12:00+01:00")
    assert "Under way" in client.get("/it/eventi/").text
