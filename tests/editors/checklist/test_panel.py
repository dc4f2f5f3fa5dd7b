"""The checklist beside the page's form: read from the draft, told in words, in nobody's way."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from cms.blocks import BodyBlock
from editors.checklist.reading import draft_of
from editors.checklist.rules import Finding
from editors.checklist.wording import WORDS, in_words
from tests.factories import pages
from tests.factories.media import picture

pytestmark = pytest.mark.django_db


def edit(client, page):
    """The editor of ``page``, with the advice of its panel by code."""
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    (shown,) = [one for one in answer.context["side_panels"] if one.name == "checklist"]
    return answer.content.decode(), {advice.code: advice for advice in shown.advice}


def test_the_editor_is_told_what_to_look_at(admin_client, tree):
    article = pages.article(
        tree.news,
        title="Bando",
        picture=picture(),
        body=[
            ("text", '<h4>Orari</h4><p>Il regolamento si trova <a href="https://e.org/">qui</a>.</p>'),
            ("button", {"text": "Clicca qui", "url": "https://example.org", "page": None}),
        ],
    )
    html, found = edit(admin_client, article)
    assert list(found) == ["summary-missing", "alt-missing", "heading-order", "link-vague"]
    assert "Bando" not in found["summary-missing"].found
    for advice in found.values():
        assert advice.found in html.replace("&#x27;", "'")
        assert advice.advice in html.replace("&#x27;", "'")


def test_the_latest_draft_counts_not_what_is_live(admin_client, tree):
    article = pages.article(tree.news, title="Una notizia", summary="Una frase che dice di più.")
    assert edit(admin_client, article)[1] == {}
    article.summary = ""
    article.save_revision()
    assert list(edit(admin_client, article)[1]) == ["summary-missing"]


def test_it_never_stops_anybody_from_publishing(admin_client, tree):
    article = pages.article(tree.news, title="Una", slug="una-notizia", summary="Una", live=False)
    article.save_revision()
    html, found = edit(admin_client, article)
    assert found
    data = querydict_from_html(html, form_id="page-edit-form").dict() | {
        "body-count": "0",
        "action-publish": "1",
    }
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert admin_client.post(address, data).status_code == 302
    article.refresh_from_db()
    assert article.live


def test_a_page_that_is_being_made_has_the_panel_without_findings(admin_client, tree):
    address = reverse("wagtailadmin_pages:add", args=["news", "articlepage", tree.news.pk])
    html = admin_client.get(address).content.decode()
    assert 'data-side-panel="checklist"' in html
    assert "Once the draft is saved" in html


def test_an_autosave_tells_anew(admin_client, tree):
    article = pages.article(tree.news, title="Una notizia", slug="una-notizia", summary="Una frase.")
    article.save_revision()
    html, found = edit(admin_client, article)
    assert found == {}
    data = querydict_from_html(html, form_id="page-edit-form").dict() | {"body-count": "0", "summary": ""}
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    told = admin_client.post(address, data, headers={"accept": "application/json"}).json()
    assert told["success"]
    assert 'data-code="summary-missing"' in told["html"]


def test_blocks_are_read_as_they_are_shown(tree):
    """Whatever the templates show as a heading is in the outline: no new block can be forgotten."""
    for name, block in BodyBlock().child_blocks.items():
        value = block.get_preview_value()
        article = pages.article(tree.news)
        article.body = [(name, value)]
        shown = headings(block.render(value))
        assert [(one.level, str(one.text)) for one in draft_of(article).outline] == shown, name


def headings(html):
    from bs4 import BeautifulSoup

    found = BeautifulSoup(html, "html.parser").find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    return [(int(tag.name[1]), tag.get_text()) for tag in found]


def test_pictures_of_the_body_are_read_with_their_descriptions(tree):
    photo = picture("Telaio")
    one = {"image": photo, "alt": "Un telaio", "decorative": False, "caption": ""}
    article = pages.article(
        tree.news,
        body=[
            ("picture", {**one, "alt": ""}),
            ("gallery", {"title": "", "pictures": [one, {**one, "alt": "", "decorative": True}]}),
        ],
    )
    read = [(shown.location, shown.alt, shown.decorative) for shown in draft_of(article).pictures]
    place = "The picture “Telaio”"
    assert read == [(place, "", False), (place, "Un telaio", False), (place, "", True)]


@time_machine.travel("2026-11-24 12:00+01:00")
def test_an_event_far_away_and_a_deadline_gone_by_are_doubted(admin_client, tree):
    event = pages.event(tree.events, title="Festa", summary="x", start_day=date(2030, 1, 5))
    assert edit(admin_client, event)[1]["day-far"].found.startswith("First day: ")
    unsure = pages.event(
        tree.events, title="Festa", summary="x", start_day=date(2030, 1, 5), year_known=False
    )
    assert "day-far" not in edit(admin_client, unsure)[1]

    sheet = pages.sheet(tree.funding, title="Sale", summary="x", closes_on=date(2026, 11, 23))
    assert edit(admin_client, sheet)[1]["day-over"].found.startswith("Closes on: 23 novembre 2026 ")
    told = pages.sheet(
        tree.funding,
        title="Sale",
        summary="x",
        closes_on=date(2026, 1, 23),
        results_published_on=date(2026, 5, 4),
    )
    assert "day-over" not in edit(admin_client, told)[1]


def test_the_panel_asks_the_same_however_long_the_page_is(tree, django_assert_num_queries):
    def body(number):
        image = {"image": picture(), "alt": "", "decorative": False, "caption": ""}
        return [
            ("text", "<p>Qui</p>"),
            ("picture", image),
            ("gallery", {"title": "", "pictures": [image] * 2}),
        ] * number

    def asked(number):
        article = type(pages.article(tree.news)).objects.get(
            pk=pages.article(tree.news, body=body(number)).pk
        )
        article.locale  # noqa: B018 - fetched with the page by the editor
        with django_assert_num_queries(2):
            draft_of(article)

    asked(1)
    asked(8)


def test_every_finding_has_words_and_advice():
    found = {
        "length": 90,
        "most": 70,
        "place": "La foto",
        "alt": "a.jpg",
        "level": 4,
        "right": 3,
        "text": "x",
    }
    found |= {
        "words": 50,
        "points": 30,
        "index": "Flesch",
        "label": "Day",
        "day": date(2026, 1, 5),
        "years": 3,
    }
    for code in WORDS:
        advice = in_words(Finding(code, found))
        assert advice.found and advice.advice and "%" not in advice.found


def test_every_code_of_the_rules_has_words():
    import inspect
    import re

    from editors.checklist import rules

    assert set(re.findall(r'Finding\("([a-z-]+)"', inspect.getsource(rules))) == set(WORDS)
