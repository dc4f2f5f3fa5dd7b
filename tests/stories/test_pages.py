"""A story tells who, why, what and what came of it, and fetches nothing from elsewhere unasked."""

import re

import pytest

from tests.factories import pages

pytestmark = pytest.mark.django_db


def main_part(client, page) -> str:
    html = client.get(page.url).content.decode()
    return html[html.index("<main") : html.index("</main>")]


def test_a_story_tells_everything(client, pantacon):
    html = main_part(client, pantacon)
    for expected in (
        "Consorzio Rete di Imprese",
        "Mantova",
        "2009",
        "Da sole non ce la facevano.",
        "<b>rete</b>",
        "<li>Nuovi clienti</li>",
        "di lavoro comune",
        "insieme più lontano.",
        "Anna Neri",
        "presidente",
    ):
        assert expected in html


def test_a_video_waits_for_a_click(client, pantacon):
    html = client.get(pantacon.url).content.decode()
    assert 'href="https://www.youtube.com/watch?v=abcdefghijk"' in html
    assert "<iframe" not in html
    assert not re.search(r'src="https?://', html)


def test_a_story_without_its_cooperative_shows(client, tree):
    story = pages.story(tree.stories)
    html = main_part(client, story)
    assert 'class="unknown"' not in html
    assert "<blockquote" not in html
    assert "video-link" not in html


def test_what_is_not_known_of_a_cooperative_is_left_out(client, pantacon):
    body = pantacon.organisation
    body.place = body.region = body.sector = ""
    body.since = None
    body.save()
    assert main_part(client, pantacon).count("<dt>") == 1


def test_a_card_names_the_cooperative_and_its_town(pantacon):
    assert pantacon.card_meta == ["Consorzio Rete", "Mantova"]


def test_the_list_opens_with_its_introduction(client, tree, pantacon):
    tree.stories.body = [("text", "<p>Come ha cambiato, il digitale, una cooperativa?</p>")]
    tree.stories.save_revision().publish()
    html = client.get("/it/storie/").content.decode()
    assert html.index("Come ha cambiato") < html.index("Insieme si va oltre")


def test_the_newest_story_comes_first(client, tree, pantacon):
    pages.story(tree.stories, title="Un'altra storia")
    listed = client.get("/it/storie/").context["listed"]
    assert [story.title for story in listed] == ["Un'altra storia", "Insieme si va oltre"]


@pytest.mark.parametrize("query", ["?page=7", "?topic=nulla"])
def test_what_does_not_exist_is_told_in_a_notice(client, pantacon, query):
    response = client.get(f"/it/storie/{query}")
    assert response.status_code == 200
    assert len(response.context["notices"]) == 1
    assert len(response.context["listed"]) == 1


def test_a_list_without_stories_says_so(client, tree):
    assert 'class="nothing"' in client.get("/it/storie/").content.decode()


def test_stories_have_a_feed(client, pantacon):
    response = client.get("/it/storie/feed.rss")
    assert response["Content-Type"].startswith("application/rss+xml")
    assert f"<link>http://testserver{pantacon.url}</link>" in response.content.decode()


def test_the_search_knows_a_story_by_its_cooperative_and_its_words(pantacon):
    found = pantacon.search_document()
    assert found.type == "story"
    for words in ("Consorzio Rete di Imprese", "Mantova"):
        assert words in found.facts
    for words in ("Da sole non ce la facevano.", "Nuovi clienti", "di lavoro comune", "Anna Neri"):
        assert words in found.body
    assert "<" not in found.body
