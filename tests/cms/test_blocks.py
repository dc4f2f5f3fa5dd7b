"""Each block of a page's body: how it reads, what it escapes, what it refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import override
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from cms.blocks import BodyBlock
from media.models import Attachment
from tests.factories.media import picture
from tests.markup import without_layout

BODY = BodyBlock()
SCRIPT = "<script>alert(1)</script>"


def html(kind: str, value) -> str:
    """One block, given as an editor's import gives it, as the visitor gets it."""
    block = BODY.child_blocks[kind]
    with override("en"):
        return block.render(block.normalize(block.to_python(value)))


def refused(kind: str, value) -> dict:
    """The messages of a block's form, by field."""
    block = BODY.child_blocks[kind]
    with override("en"), pytest.raises(StructBlockValidationError) as caught:
        block.clean(block.normalize(block.to_python(value)))
    return {field: "; ".join(error.messages) for field, error in caught.value.block_errors.items()}


def test_a_heading_can_be_pointed_at():
    assert html("heading", "Chi può chiedere?").strip() == (
        '<h2 class="block-heading" id="chi-puo-chiedere">Chi può chiedere?</h2>'
    )
    assert "<script>" not in html("heading", SCRIPT)


def test_a_heading_has_an_end():
    with pytest.raises(ValidationError):
        BODY.child_blocks["heading"].clean("x" * 121)


def test_running_text_keeps_its_markup():
    assert "<b>bold</b>" in html("text", "<p>Some <b>bold</b> words</p>")


def test_a_quotation_names_who_said_it():
    out = html("quotation", {"text": "Insieme", "name": "Anna", "role": "presidente"})
    assert "<blockquote>" in out
    assert "<b>Anna</b>, presidente" in out
    assert "<figcaption" not in html("quotation", {"text": "Insieme"})
    assert "<script>" not in html("quotation", {"text": SCRIPT})


def test_figures_carry_unit_and_label():
    out = html(
        "figures", {"title": "In figures", "items": [{"value": "2,5", "unit": "mln", "label": "euro"}]}
    )
    assert '<span class="number">2,5</span>' in out
    assert '<span class="unit">mln</span>' in out
    assert "euro" in out
    assert "<h2" not in html("figures", {"title": "", "items": [{"value": "1", "label": "x"}]})


def test_steps_are_an_ordered_list():
    out = html("steps", {"title": "How", "items": [{"title": "One", "text": "a\nb"}, {"title": "Two"}]})
    assert "<ol" in out
    assert out.index("One") < out.index("Two")
    assert "a<br>b" in out


def test_a_callout_says_what_it_is():
    assert "Watch out" in html("callout", {"kind": "warning", "title": "", "text": "<p>Noon!</p>"})
    assert "Good to know" in html("callout", {"kind": "note", "title": "T", "text": "<p>x</p>"})


def test_questions_open_without_scripts():
    out = html("questions", {"items": [{"question": "Who <may>?", "answer": "<p>All</p>"}]})
    assert "<details><summary>Who &lt;may&gt;?</summary>" in without_layout(out)


def test_a_table_can_be_followed_by_ear_and_on_a_phone():
    table = {
        "caption": "Sums",
        "columns": ["Who", "How much"],
        "rows": [["Firms", "<5>"]],
        "row_headings": True,
    }
    out = html("table", table)
    assert "<caption>Sums</caption>" in out
    assert '<th scope="col">How much</th>' in out
    assert '<th scope="row">Firms</th>' in out
    assert '<td data-label="How much">&lt;5&gt;</td>' in out


def test_a_crooked_table_is_refused():
    errors = refused("table", {"caption": "c", "columns": ["a", "b"], "rows": [["1", "2"], ["3"]]})
    assert errors == {"rows": "Row 2 has 1 cells; the table has 2 columns."}


def test_a_film_comes_with_what_is_said_in_it():
    out = html("video", {"url": "https://vimeo.com/1", "title": "Film", "transcript": "<p>Words</p>"})
    assert "<iframe" not in out
    assert "What is said in the video" in out
    assert "<details" not in html("video", {"url": "https://vimeo.com/1", "title": "Film"})


def test_a_button_leads_to_one_place():
    assert 'href="https://example.org"' in html("button", {"text": "Go", "url": "https://example.org"})
    assert refused("button", {"text": "Go"}) == {
        "page": "Give either a page of the site or an address elsewhere."
    }


def test_a_button_to_a_page_that_is_gone_is_not_shown():
    assert "<a" not in html("button", {"text": "Go", "page": None, "url": ""})


@pytest.mark.django_db
def test_a_picture_is_described_and_credited():
    image = picture(credit="Anna")
    value = {"image": image.pk, "alt": 'A "loom"', "caption": "Mantova"}
    out = html("picture", value)
    assert 'alt="A &quot;loom&quot;"' in out
    assert "Mantova" in out
    assert "Anna" in out
    assert 'alt=""' in html("picture", {**value, "decorative": True})


@pytest.mark.django_db
def test_a_picture_without_words_is_refused_unless_it_is_decoration():
    image = picture()
    assert refused("picture", {"image": image.pk}) == {
        "alt": "Describe the picture, or mark it as decoration only."
    }
    block = BODY.child_blocks["picture"]
    assert block.clean(block.normalize(block.to_python({"image": image.pk, "decorative": True})))


@pytest.mark.django_db
def test_a_gallery_shows_every_picture_that_still_exists():
    image = picture()
    items = [
        {"image": image.pk, "alt": "One"},
        {"image": image.pk, "alt": "Two"},
        {"image": 9999, "alt": "Gone"},
    ]
    out = html("gallery", {"title": "Pictures", "pictures": items})
    assert out.count("<figure>") == 2
    assert "Gone" not in out


@pytest.mark.django_db
def test_files_tell_their_kind_and_size():
    file = Attachment.objects.create(
        title="The call", file=ContentFile(b"x" * 2048, "call.pdf"), language="it", file_size=2048
    )
    out = html("files", {"title": "Documents", "items": [{"title": "", "file": file.pk}]})
    assert "The call" in out
    assert "PDF, 2.0\xa0KB" in out
    assert 'hreflang="it"' in out


def test_the_body_takes_no_block_that_it_does_not_know():
    assert set(BODY.child_blocks) == {
        "heading", "text", "picture", "gallery", "quotation", "figures", "steps", "files", "callout",
        "questions", "table", "video", "button",
    }  # fmt: skip


@pytest.mark.django_db
def test_a_bad_block_is_named_among_good_ones():
    stream = BODY.to_python(
        [{"type": "heading", "value": "Good"}, {"type": "button", "value": {"text": "Go"}}]
    )
    with pytest.raises(StreamBlockValidationError) as caught:
        BODY.clean(stream)
    assert list(caught.value.block_errors) == [1]
