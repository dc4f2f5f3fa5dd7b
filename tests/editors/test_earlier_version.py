"""Every earlier version can be brought back, whatever stands at its address by now, and whoever wrote it."""

import pytest
from django.urls import reverse

from cms.models import Topic
from tests.factories import pages
from tests.translation.conftest import article_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def copied(tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="In piazza.")
    page.save_revision().publish()
    copy = page.copy(update_attrs={"slug": "concerto-bis"})
    copy.save_revision().publish()
    return copy


def test_the_first_version_of_a_copy_comes_back_at_the_address_of_the_copy(anna, copied):
    first = copied.revisions.order_by("pk").first()
    assert first.content["slug"] == "concerto"
    address = reverse("wagtailadmin_pages:revisions_revert", args=[copied.pk, first.pk])
    page = anna.get(address).context["page"]
    assert page.slug == "concerto-bis"
    assert anna.post(address, article_form(page)).status_code == 302
    copied.refresh_from_db()
    assert (copied.slug, copied.live) == ("concerto-bis", True)


def test_a_version_of_a_topic_comes_back_beside_the_one_that_has_its_slug_now(anna, tree):
    topic = Topic.objects.create(name="Musica", slug="musica")
    first = topic.save_revision()
    topic.slug = "musica-dal-vivo"
    topic.save_revision().publish()
    Topic.objects.create(name="Musica registrata", slug="musica")
    address = reverse(topic.snippet_viewset.get_url_name("revisions_revert"), args=[topic.pk, first.pk])
    slug = anna.get(address).context["form"]["slug"].value()
    assert slug == "musica-dal-vivo"
    answer = anna.post(address, {"name": "Musica", "slug": slug, "action-publish": "1"})
    assert answer.status_code == 302


@pytest.mark.parametrize("step", ["revisions_revert", "history"])
def test_nobody_is_named_none(anna, copied, step):
    first = copied.revisions.order_by("pk").first()
    arguments = [copied.pk] if step == "history" else [copied.pk, first.pk]
    text = anna.get(reverse(f"wagtailadmin_pages:{step}", args=arguments)).content.decode()
    assert ">None<" not in text
    assert "by None" not in " ".join(text.split())
    if step == "revisions_revert":
        assert "the system" in text


def test_a_mistake_is_told_once(anna, copied):
    address = reverse("wagtailadmin_pages:edit", args=[copied.pk])
    answer = anna.post(address, article_form(copied, slug="concerto"))
    assert len(answer.context["form"].errors["slug"]) == 1
