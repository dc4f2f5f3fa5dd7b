"""What was written by hand is not dropped when a synchronised translation is started again."""

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation

from cms.models import PageTopic, Topic
from news.models import ArticlePage
from tests.factories import pages
from translation.stop_translation import AGREED

pytestmark = pytest.mark.django_db
AGAIN = {"localize-restart-translation": "1"}
BODY = [("text", "<p>Prima frase.</p><p>Seconda <b>frase</b>.</p>")]


@pytest.fixture
def stopped(admin, tree, submit):
    """An English article whose synchronised translation was stopped, and its translation."""
    article = pages.article(tree.news, title="Notizia", summary="Una frase.", body=BODY)
    article.save_revision().publish()
    translation = submit(article)
    admin.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]), {AGREED: "1"})
    translation.refresh_from_db()
    assert not translation.enabled
    return translation


def _english(translation) -> ArticlePage:
    return translation.get_target_instance().get_latest_revision_as_object()


def _again(admin, translation, **more):
    page = translation.get_target_instance()
    return admin.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), AGAIN, follow=True)


def _publish(translation) -> ArticlePage:
    translation.save_target(publish=True)
    return translation.get_target_instance()


def test_texts_are_taken_over_as_translations(admin, stopped):
    page = _english(stopped)
    page.title, page.summary = "News item", "One sentence."
    page.body[0].value.source = page.body[0].value.source.replace("Prima frase", "First sentence")
    page.save_revision()
    answer = _again(admin, stopped)
    stopped.refresh_from_db()
    assert stopped.enabled
    assert "3 texts written by hand were taken over" in answer.content.decode()
    english = _publish(stopped)
    assert (english.title, english.summary) == ("News item", "One sentence.")
    assert "First sentence" in english.body[0].value.source
    assert "<b>frase</b>" in english.body[0].value.source


def test_a_topic_by_hand_is_named(admin, stopped, tree):
    topic = Topic.objects.create(name="Theatre", slug="theatre", locale=tree.english.locale)
    page = _english(stopped)
    page.topic_links = [PageTopic(topic=topic, locale=page.locale)]
    page.save_revision()
    assert "Topics" in _again(admin, stopped).content.decode()
    assert not Translation.objects.get(pk=stopped.pk).enabled


def test_rows_that_are_as_in_the_original_are_not_named(admin, tree, submit):
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=tree.locale)
    article = pages.article(tree.news, title="Notizia")
    article.topic_links = [PageTopic(topic=topic, locale=article.locale)]
    article.save_revision().publish()
    translation = submit(article)
    admin.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]), {AGREED: "1"})
    assert "Synchronised again." in _again(admin, translation).content.decode()


def test_nothing_by_hand_starts_at_once(admin, stopped):
    assert "Synchronised again." in _again(admin, stopped).content.decode()
    assert Translation.objects.get(pk=stopped.pk).enabled


def test_what_has_no_place_is_named_and_asked_for(admin, stopped):
    page = _english(stopped)
    page.summary = "One sentence."
    page.body.append(("text", "<p>Only in English.</p>"))
    page.save_revision()
    answer = _again(admin, stopped)
    html = answer.content.decode()
    assert "Only in English." in html
    assert "One sentence." not in html
    assert not Translation.objects.get(pk=stopped.pk).enabled
    address = answer.redirect_chain[-1][0]
    assert "1 text written by hand was taken over" in admin.post(address, follow=True).content.decode()
    assert _publish(stopped).summary == "One sentence."


def test_what_a_form_writes_into_a_text_is_no_change(admin, tree, submit):
    """Keys of paragraphs, attributes in another order, and empty values."""
    text = f'<p>Un <a linktype="page" id="{tree.news.pk}">testo</a>.</p>'
    button = {"text": "Vai", "page": None, "url": "https://example.org/"}
    body = [("text", text), ("callout", {"kind": "warning", "title": "Attenzione", "text": "<p>Sì.</p>"})]
    article = pages.article(
        tree.news, title="Notizia", summary="Una frase.", body=[*body, ("button", button)]
    )
    article.save_revision().publish()
    translation = submit(article)
    admin.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]), {AGREED: "1"})
    page = _english(translation)
    page.summary = "One sentence. Written by hand."
    page.body[
        0
    ].value.source = f'<p data-block-key="a1">Un <a id="{tree.news.pk}" linktype="page">testo</a>.</p>'
    page.body[1].value["text"].source = '<p data-block-key="b2">Sì.</p>'
    page.save_revision()
    html = _again(admin, translation).content.decode()
    assert "1 text written by hand was taken over" in html


def test_a_block_that_goes_is_named_by_its_words_alone(admin, stopped):
    page = _english(stopped)
    callout = {"kind": "warning", "title": "Only here", "text": "<p>Read <b>this</b>.</p>"}
    page.body.append(("callout", callout))
    page.body.pop(0)
    page.save_revision()
    html = _again(admin, stopped).content.decode()
    assert "Only here" in html and "Read this" in html
    assert "taken out here, comes back" in html
    assert (
        "warning" not in html.split("Only here")[0][-200:] and "None" not in html.split("Only here")[1][:300]
    )


def test_a_link_that_the_original_lacks_is_named(admin, stopped):
    page = _english(stopped)
    text = page.body[0].value
    text.source = text.source.replace("Prima frase", 'First <a href="https://example.org/">sentence</a>')
    page.save_revision()
    assert "First" in _again(admin, stopped).content.decode()
    assert not Translation.objects.get(pk=stopped.pk).enabled


def test_a_snippet(admin, tree, submit):
    topic = Topic.objects.create(name="Teatro", slug="teatro", locale=tree.locale)
    translation = submit(topic)
    admin.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]), {AGREED: "1"})
    other = translation.get_target_instance()
    other.name = "Theatre"
    other.save_revision()
    address = reverse(Topic.snippet_viewset.get_url_name("edit"), args=[other.pk])
    admin.post(address, AGAIN)
    assert Translation.objects.get(pk=translation.pk).enabled
    translation.save_target(publish=True)
    assert translation.get_target_instance().name == "Theatre"
