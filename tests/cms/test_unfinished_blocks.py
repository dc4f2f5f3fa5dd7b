"""An unfinished block is saved in a draft; whoever publishes reads at each empty field what it lacks."""

import pytest
from django.urls import reverse
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import get_page_models
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.blocks import BodyBlock
from tests.factories import pages
from tests.factories.media import picture
from tests.publishing.editing import form_of

from .open_forms import OpenForm, error_of

pytestmark = pytest.mark.django_db

EMPTY_TEXT = rich_text("")
EMPTY_PICTURE = {"image": "", "alt": "", "caption": ""}
NO_ROWS = {"count": "0"}


def kinds() -> dict[str, blocks.Block]:
    """Each kind of block in a stream of a page, by where it stands."""
    found = {}
    for model in get_page_models():
        for field in model._meta.local_fields:
            if isinstance(field, StreamField):
                for name, block in field.stream_block.child_blocks.items():
                    found[f"{model._meta.model_name}.{field.name}.{name}"] = block
    return found


KINDS = kinds()


def required(block: blocks.Block) -> set[str]:
    """The fields that a visitor could not do without."""
    return {
        name
        for name, child in block.child_blocks.items()
        if isinstance(child, blocks.FieldBlock) and child.required
    }


@pytest.mark.parametrize("block", KINDS.values(), ids=KINDS)
def test_any_empty_block_may_stand_in_a_draft_and_says_what_it_lacks_when_published(block):
    empty = block.get_default()
    block.clean_deferred(empty)
    if isinstance(block, blocks.StructBlock):
        needed = required(block) - {name for name in required(block) if empty[name]}
        if needed:
            with pytest.raises(blocks.StructBlockValidationError) as caught:
                block.clean(empty)
            assert needed <= set(caught.value.block_errors)


def test_everything_that_a_block_lacks_is_said_at_once():
    block = BodyBlock().child_blocks["picture"]
    with pytest.raises(blocks.StructBlockValidationError) as caught:
        block.clean(block.get_default())
    assert set(caught.value.block_errors) == {"image", "alt"}
    button = BodyBlock().child_blocks["button"]
    with pytest.raises(blocks.StructBlockValidationError) as caught:
        button.clean(button.get_default())
    assert set(caught.value.block_errors) == {"text", "page"}


UNFINISHED = {
    "picture": EMPTY_PICTURE,
    "gallery": {"title": "", "pictures": streamfield([("item", EMPTY_PICTURE)])},
    "button": {"text": "", "page": "", "url": ""},
    "table": {
        "caption": "",
        "columns": streamfield([("item", "Chi"), ("item", "Quanto")]),
        "rows": streamfield([("item", streamfield([("item", "Noi")]))]),
    },
    "video": {"url": "", "title": "", "transcript": EMPTY_TEXT},
}


@pytest.mark.parametrize("kind", UNFINISHED)
def test_an_unfinished_block_is_saved_and_not_published(anna, tree, kind):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="In piazza.")
    page.save_revision()
    data = {name: values[-1] for name, values in form_of(anna, page).items()}
    data |= nested_form_data({"body": streamfield([("heading", "Il molo"), (kind, UNFINISHED[kind])])})
    form = OpenForm(anna, page, data)
    answer = form.autosave(title="Un concerto")
    assert answer.status_code == 200, error_of(answer)
    page.refresh_from_db()
    assert [block.block_type for block in page.get_latest_revision_as_object().body] == ["heading", kind]
    assert form.submit().status_code == 302
    assert anna.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).status_code == 200
    refused = form.submit("action-publish")
    assert refused.status_code == 200
    assert refused.context["form"].errors["body"]


def test_a_picture_without_its_description_is_not_published(anna, tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="In piazza.")
    page.save_revision()
    data = {name: values[-1] for name, values in form_of(anna, page).items()}
    body = [("picture", EMPTY_PICTURE | {"image": str(picture().pk)})]
    form = OpenForm(anna, page, data | nested_form_data({"body": streamfield(body)}))
    assert form.autosave().status_code == 200
    error = form.submit("action-publish").context["form"].errors["body"].as_data()[0]
    assert set(error.block_errors[0].block_errors) == {"alt"}
