"""A source that changes is told of; its translations change when somebody says so."""

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation

from editors.accounts.roles import EDITOR_IN_CHIEF, TRANSLATOR
from editors.accounts.setup import set_up
from news.models import ArticlePage
from tests.editors.accounts.conftest import browser, person, site  # noqa: F401
from tests.factories import pages
from tests.translation.conftest import article_form
from translation.publishing import AGREED
from translation.stop_translation import AGREED as AGREED_TO_STOP

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """Publishes a translation from its editor."""

    def publish(client, translation):
        target = translation.get_target_instance()
        with django_capture_on_commit_callbacks(execute=True):
            client.post(_edit(target), {AGREED: "1"})
        return ArticlePage.objects.get(pk=target.pk)

    return publish


@pytest.fixture
def article(tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="In piazza.")
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=page.pk)


def _edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def change(article, **fields):
    for name, value in fields.items():
        setattr(article, name, value)
    article.save_revision().publish()


def update(client, translation, **form):
    return client.post(
        reverse("wagtail_localize:update_translations", args=[translation.source_id]), form, follow=True
    )


def test_a_change_of_the_source_publishes_nothing(admin, submit, article, publish):
    translation = submit(article)
    english = publish(admin, translation)
    change(article, summary="Al coperto.")
    english.refresh_from_db()
    assert (english.summary, english.has_unpublished_changes) == ("In piazza.", False)


def test_both_editors_are_told_what_is_out_of_date(admin, submit, article, publish):
    translation = submit(article)
    english = publish(admin, translation)
    told = "published again after this translation was begun"
    assert told not in admin.get(_edit(english)).content.decode()
    change(article, summary="Al coperto.")
    answer = admin.get(_edit(english)).content.decode()
    assert told in answer
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    [address] = re.findall(rf'href="({update}[^"]*)"', answer)
    updated = admin.post(html.unescape(address), {"next": _edit(english)})
    assert updated.url == _edit(english) == parse_qs(urlsplit(address).query)["next"][0]


def test_who_publishes_the_source_is_told_the_languages(admin, submit, article, publish):
    publish(admin, submit(article))
    data = article_form(article, summary="Al coperto.")
    answer = admin.post(_edit(article), data, follow=True).content.decode()
    assert "These translations still say what the page said before: English" in answer


def test_who_publishes_the_source_is_told_which_translations_are_offline(admin, submit, article, publish):
    english = publish(admin, submit(article))
    for page in (article, english):
        page.unpublish()
    data = article_form(article, summary="Al coperto.")
    answer = admin.post(_edit(article), data, follow=True).content.decode()
    assert f'These translations are offline: <a href="{_edit(english)}">English</a>' in answer
    assert "still say what the page said before" not in answer


def test_who_approves_is_told_the_same(admin, submit, article, publish):
    publish(admin, submit(article))
    set_up()
    form = article_form(article, summary="Al coperto.")
    del form["action-publish"]
    admin.post(_edit(article), form | {"action-submit": "1"})
    decision = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    form["loaded_revision_id"] = str(ArticlePage.objects.get(pk=article.pk).latest_revision_id)
    answer = admin.post(_edit(article), form | decision, follow=True).content.decode()
    assert "is approved and published" in answer
    assert "These translations still say what the page said before: English" in answer


def test_an_update_brings_the_new_text_to_the_translator_and_publishes_nothing(
    admin, submit, article, publish
):
    translation = submit(article)
    english = publish(admin, translation)
    change(article, summary="Al coperto.")
    update(admin, translation)
    english.refresh_from_db()
    assert english.summary == "In piazza."
    texts = {each.string.data for each in translation.source.stringsegment_set.select_related("string")}
    assert "Al coperto." in texts
    assert "after this translation was begun" not in admin.get(_edit(english)).content.decode()


def test_an_update_publishes_when_asked_to(
    admin, submit, article, publish, django_capture_on_commit_callbacks
):
    translation = submit(article)
    english = publish(admin, translation)
    change(article, summary="Al coperto.", day="2026-12-24")
    with django_capture_on_commit_callbacks(execute=True):
        update(admin, translation, publish_translations="on")
    english = ArticlePage.objects.get(pk=english.pk)
    assert (english.summary, str(english.day)) == ("Al coperto.", "2026-12-24")


def test_a_translation_becomes_independent_and_goes_back(admin, submit, article, publish):
    translation = submit(article)
    english = publish(admin, translation)
    admin.post(
        reverse("wagtail_localize:stop_translation", args=[translation.pk]),
        {"next": _edit(english), AGREED_TO_STOP: "1"},
    )
    own = admin.get(_edit(english))
    assert "form" in own.context
    assert "Start Synced translation" in own.content.decode()
    admin.post(_edit(english), article_form(english, title="A concert of our own"))
    english.refresh_from_db()
    assert english.title == "A concert of our own"
    admin.post(_edit(english), {"localize-restart-translation": "1"})
    assert Translation.objects.get(pk=translation.pk).enabled
    assert "translation" in admin.get(_edit(english)).context
    # What was written by hand is taken over, until the translator writes something else.
    assert publish(admin, translation).title == "A concert of our own"


def test_a_translator_may_do_both(browser, tree):  # noqa: F811
    chief, translator = browser(EDITOR_IN_CHIEF), browser(TRANSLATOR)
    source = pages.article(tree.news, title="Mostra", slug="mostra", summary="In sala.")
    chief.post(
        reverse("wagtail_localize:submit_page_translation", args=[source.pk]),
        {"locales": [tree.english.locale.pk]},
    )
    translation = Translation.objects.get(source__object_id=source.translation_key)
    english = source.get_translation(tree.english.locale)
    stop = reverse("wagtail_localize:stop_translation", args=[translation.pk])
    assert translator.post(stop, {"next": _edit(english), AGREED_TO_STOP: "1"}).status_code == 302
    assert translator.post(_edit(english), article_form(english, title="Our own")).status_code == 302
    assert ArticlePage.objects.get(pk=english.pk).title == "Our own"
    assert translator.post(_edit(english), {"localize-restart-translation": "1"}).status_code == 302
    assert Translation.objects.get(pk=translation.pk).enabled


def test_a_copy_in_the_source_language_is_not_offered(admin, submit, article, publish):
    translation = submit(article)
    english = publish(admin, translation)
    admin.post(
        reverse("wagtail_localize:stop_translation", args=[translation.pk]),
        {"next": "/admin/", AGREED_TO_STOP: "1"},
    )
    assert "localize-convert-to-alias" not in admin.get(_edit(english)).content.decode()
