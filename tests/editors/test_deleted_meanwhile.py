"""What two people do with one thing after the first has deleted it: the second reads who did it, and when."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from cms.models import Topic
from tests.cms.open_forms import edit_address
from tests.translation.conftest import article_form

pytestmark = pytest.mark.django_db

ACTS = ("delete", "edit", "unpublish", "move", "copy", "history", "set_privacy")
BY_ANNA = "Deleted by Anna on "


def page_address(page, act: str) -> str:
    return reverse(f"wagtailadmin_pages:{act}", args=[page.pk])


def many_address(model, number: int) -> str:
    meta = model._meta
    address = reverse("wagtail_bulk_action", args=[meta.app_label, meta.model_name, "delete"])
    return f"{address}?id={number}&next=/admin/"


def nothing_there(answer) -> str:
    assert answer.status_code == 404
    return answer.content.decode()


@pytest.mark.parametrize("act", ACTS)
def test_the_second_at_a_page_reads_who_deleted_it(anna, bruno, article, act):
    assert anna.post(page_address(article, "delete")).status_code == 302
    for answer in (bruno.get(page_address(article, act)), bruno.post(page_address(article, act))):
        text = nothing_there(answer)
        assert BY_ANNA in text
        assert reverse("wagtailadmin_explore_root") in text


def test_so_does_who_deletes_many(anna, bruno, article):
    anna.post(page_address(article, "delete"))
    assert BY_ANNA in nothing_there(bruno.post(many_address(Page, article.pk)))


def test_so_does_who_was_at_a_page_of_a_section_that_was_deleted(anna, bruno, article, tree):
    anna.post(page_address(tree.news, "delete"))
    assert not Page.objects.filter(pk=article.pk).exists()
    assert BY_ANNA in nothing_there(bruno.post(page_address(article, "delete")))
    assert BY_ANNA in nothing_there(bruno.get(reverse("wagtailadmin_explore", args=[tree.news.pk])))


@pytest.mark.parametrize("act", ["delete", "edit", "usage"])
def test_so_does_who_was_at_a_topic(anna, bruno, act):
    topic = Topic.objects.create(name="Musica", slug="musica")

    def address(act: str) -> str:
        return reverse(topic.snippet_viewset.get_url_name(act), args=[topic.pk])

    anna.post(address("delete"))
    assert BY_ANNA in nothing_there(bruno.post(address(act)))
    assert BY_ANNA in nothing_there(bruno.post(many_address(Topic, topic.pk)))


def test_a_form_that_is_sent_then_keeps_its_text_and_names_who_did_it(anna, bruno, article):
    form = article_form(article, summary="Due sere in piazza.") | {"form_key": "en.1"}
    anna.post(page_address(article, "delete"))
    answer = bruno.post(edit_address(article), form, HTTP_ORIGIN="http://testserver")
    text = nothing_there(answer)
    assert BY_ANNA in text
    assert "Due sere in piazza." in text


def test_an_address_that_never_was_blames_nobody(anna, article):
    for address in (
        "/admin/pages/987654/edit/",
        "/admin/nothing/",
        page_address(article, "edit") + "nothing/",
    ):
        text = nothing_there(anna.get(address))
        assert "Deleted by" not in text
        assert "There is nothing here" in text


def test_a_language_that_is_removed_takes_no_text_in_silence(anna, bruno, article):
    english = Locale.objects.get(language_code="en")
    submit = reverse("wagtail_localize:submit_page_translation", args=[article.pk])
    bruno.post(submit, {"locales": [english.pk]})
    translation = Translation.objects.get(source__object_id=article.translation_key)
    target = translation.get_target_instance()
    segment = translation.source.stringsegment_set.first()
    anna.post(page_address(target.get_ancestors().get(depth=2), "delete"))
    removal = reverse("wagtaillocales:delete", args=[english.pk])
    assert anna.post(removal).status_code == 302
    assert not Locale.objects.filter(language_code="en").exists()
    text = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    kept = bruno.put(text, "value=Concert", content_type="application/x-www-form-urlencoded")
    assert kept.status_code == 410
    assert "Copy what you wrote" in kept.json()["detail"]
    assert BY_ANNA in nothing_there(bruno.post(edit_address(target), {"action": "publish"}))
    assert bruno.get(edit_address(article)).status_code == 200


def test_a_language_in_use_is_not_removed(anna, article):
    english = Locale.objects.get(language_code="en")
    anna.post(
        reverse("wagtail_localize:submit_page_translation", args=[article.pk]), {"locales": [english.pk]}
    )
    answer = anna.post(reverse("wagtaillocales:delete", args=[english.pk]))
    assert "cannot be deleted" in answer.content.decode()
    assert Locale.objects.filter(language_code="en").exists()
