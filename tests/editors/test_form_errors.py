"""A form that cannot save itself says which field keeps it from it."""

import pytest
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.models import Topic
from tests.cms.open_forms import JSON, OpenForm, error_of
from tests.cms.test_autosave import a_topic, an_article
from tests.factories import pages
from tests.publishing.editing import form_of, full_sheet

pytestmark = pytest.mark.django_db


def test_a_field_is_named_with_what_is_wrong(anna, tree):
    page, data = an_article(tree)
    assert error_of(OpenForm(anna, page, data).autosave(title="")) == (
        "Not saved yet. Title: This field is required."
    )
    topic, data = a_topic(tree)
    assert error_of(OpenForm(anna, topic, data).autosave(slug="a b")).startswith("Not saved yet. Slug: ")


def test_a_message_that_names_its_field_is_told_as_it_is(anna, tree):
    event = pages.event(tree.events, title="Fiera", slug="fiera")
    message = error_of(
        OpenForm(anna, event, form_of(anna, event)).autosave(start_day="", end_day="31/01/2027")
    )
    assert message.startswith("Not saved yet. First day: give the day"), message


def test_what_is_being_made_is_told_as_well(anna, tree):
    data = an_article(tree)[1]
    made = anna.post(f"/admin/pages/add/news/articlepage/{tree.news.pk}/", data | {"title": ""}, **JSON)
    assert "Title: " in error_of(made)
    made = anna.post("/admin/snippets/core/topic/add/", {"name": "Musica"}, **JSON)
    assert "Slug: " in error_of(made)
    assert not Topic.objects.exists()


def test_a_row_is_named_with_its_kind_and_number(anna, tree):
    sheet = full_sheet(tree)
    data = {name: values[-1] for name, values in form_of(anna, sheet).items()}
    message = error_of(OpenForm(anna, sheet, data).autosave(**{"topic_links-0-topic": "0"}))
    assert message.startswith("Not saved yet. Topic (1) · Topic: "), message


def test_a_block_is_named_with_its_number(anna, tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto")
    data = form_of(anna, page)
    body = [("text", rich_text("<p>Uno</p>")), ("button", {"label": "Vai", "page": "", "url": "nonsense"})]
    data |= nested_form_data({"body": streamfield(body)})
    message = error_of(OpenForm(anna, page, data).autosave())
    assert message.startswith("Not saved yet. Text, block 2 (Button) · Address elsewhere: "), message


def test_an_input_inside_blocks_is_told_by_the_name_that_it_has(anna, tree):
    """Numbers are given as blocks are added: here the first was deleted, and the last one moved up."""
    page = pages.article(tree.news, title="Concerto", slug="concerto")
    button = {"text": "Vai", "page": "", "url": "nonsense"}
    stream = streamfield([("text", rich_text("")), ("text", rich_text("<p>Uno</p>")), ("button", button)])
    stream["0"]["deleted"], stream["1"]["order"], stream["2"]["order"] = "1", "2", "1"
    data = form_of(anna, page) | nested_form_data({"body": stream})
    answer = OpenForm(anna, page, data).autosave()
    assert error_of(answer).startswith("Not saved yet. Text, block 1 (Button) · ")
    assert list(answer.json()["fields"]) == ["body-2-value-url"]


def test_a_refused_publication_names_each_field_once_at_its_head(anna, tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto")
    stream = streamfield([("heading", "Il molo"), ("heading", "")])
    data = form_of(anna, page, title="") | nested_form_data({"body": stream})
    head = " ".join(str(message) for message in refused(OpenForm(anna, page, data).submit("action-publish")))
    assert "Not published." in head and "Fields to mend: 3." in head
    assert "Title: This field is required." in head
    assert "Text, block 2 (Heading): This field is required." in head
    topic, data = a_topic(tree)
    head = " ".join(str(message) for message in refused(OpenForm(anna, topic, data).submit(slug="a b")))
    assert "Not saved." in head and "Fields to mend: 1." in head


def refused(answer):
    assert answer.status_code == 200
    return answer.context["messages"]
