"""A translation of which some texts are not translated goes to the public only after a question."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from cms.models import Topic
from tests.cms.open_forms import edit_address
from tests.factories import pages
from translation.publishing import AGREED

pytestmark = pytest.mark.django_db


def translate(translation, missing=()) -> None:
    """All texts but those ``missing``."""
    for segment in translation.source.stringsegment_set.select_related("string"):
        if segment.string.data not in missing:
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                data=f"EN {segment.string.data}",
            )


@pytest.fixture
def article(tree, submit):
    page = pages.article(tree.news, title="Notizia", summary="Una frase.")
    page.save_revision().publish()
    return submit(page)


@pytest.fixture
def publish(admin, django_capture_on_commit_callbacks):
    """Presses the button of the editor; gives the page that is shown then."""

    def publish(instance, button="action", value="publish") -> str:
        with django_capture_on_commit_callbacks(execute=True):
            answer = admin.post(edit_address(instance), {button: value}, follow=True)
        return answer.content.decode()

    return publish


def test_the_main_button_asks_and_names_the_texts(publish, article):
    translate(article, missing=["Una frase."])
    page = article.get_target_instance()
    html = publish(page)
    total = article.source.stringsegment_set.count()
    assert f"1 of the {total} texts of “Notizia” is still in Italian" in html
    assert "<li>Una frase.</li>" in html
    assert "EN Notizia" not in html
    page.refresh_from_db()
    assert not page.live


def test_who_agrees_publishes(publish, article):
    translate(article, missing=["Una frase."])
    page = article.get_target_instance()
    assert f'name="{AGREED}"' in publish(page)
    publish(page, AGREED)
    page.refresh_from_db()
    assert page.live
    assert (page.title, page.specific.summary) == ("EN Notizia", "Una frase.")


def test_a_whole_translation_is_published_at_once(publish, article):
    translate(article)
    page = article.get_target_instance()
    publish(page)
    page.refresh_from_db()
    assert page.live


def test_a_translation_with_a_mistake_counts_as_none(publish, article):
    translate(article)
    wrong = StringTranslation.objects.filter(data="EN Una frase.")
    wrong.update(has_error=True, field_error="A tag is not closed.")
    told = " ".join(publish(article.get_target_instance()).split())
    assert "<li>Una frase.<br /><strong>A tag is not closed.</strong></li>" in told.replace(" </li>", "</li>")


def test_a_topic_asks_too(publish, tree, submit):
    translation = submit(Topic.objects.create(name="Teatro", slug="teatro", locale=tree.locale))
    topic = translation.get_target_instance()
    html = publish(topic)
    assert "<li>Teatro</li>" in html.replace("> ", ">")
    assert "The text of “Teatro” is still in Italian" in html
    assert f'action="{edit_address(topic)}"' in html


def test_who_may_not_translate_reads_nothing(article, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("x", "x@example.org", "x"))
    address = reverse("portal_translation_publish", args=[article.pk])
    assert client.get(address).status_code in (302, 403)


def test_after_publishing_the_tabs_with_texts_that_are_missing_are_named(publish, article):
    translate(article, missing=["Una frase."])
    told = publish(article.get_target_instance(), AGREED)
    assert "Not translated yet: 1 text, in the tab “Text”." in told
