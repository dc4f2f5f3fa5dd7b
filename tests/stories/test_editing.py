"""The editors' side of stories."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from wagtail_localize.fields import SynchronizedField, TranslatableField, get_translatable_fields

from stories.models import StoryPage
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"quotation": "Ce l'abbiamo fatta."}, "quotation_name", "Who said it: give the name"),
        ({"quotation_name": "Anna Neri"}, "quotation", "Quotation: give the words"),
        ({"video_link": "il nostro film"}, "video_link", "Video: give a whole web address"),
    ],
)
def test_a_story_that_cannot_be_is_refused(tree, fields, field, message):
    story = StoryPage(title="Storia", slug="storia", path="x", depth=1, locale=tree.locale, **fields)
    with translation.override("en"), pytest.raises(ValidationError) as caught:
        story.full_clean()
    assert list(caught.value.message_dict) == [field]
    assert message in caught.value.message_dict[field][0]


def test_stories_are_listed_by_cooperative(admin_client, tree, pantacon):
    pages.story(tree.stories, title="Senza cooperativa")
    address = reverse("stories_stories:index")
    assert "Consorzio Rete di Imprese" in admin_client.get(address).content.decode()
    found = admin_client.get(address, {"organisation": pantacon.organisation_id}).context["object_list"]
    assert [story.title for story in found] == ["Insieme si va oltre"]


@pytest.mark.parametrize("whole", [True, False])
def test_a_story_can_be_previewed(tree, pantacon, whole):
    page = pantacon if whole else pages.story(tree.stories)
    assert page.make_preview_request(preview_mode="").status_code == 200


def test_the_list_of_stories_can_be_previewed(tree, pantacon):
    assert pantacon.title in tree.stories.make_preview_request(preview_mode="").rendered_content


def test_only_text_is_translated():
    fields = get_translatable_fields(StoryPage)
    translated = {field.field_name for field in fields if isinstance(field, TranslatableField)}
    same = {field.field_name for field in fields if isinstance(field, SynchronizedField)}
    assert {"challenge", "solution", "results", "key_figures", "quotation", "quotation_role"} <= translated
    assert {"organisation", "quotation_name", "video_link", "picture"} <= same
