"""What editors write one line below the other is not run together where the public reads it."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from cms.formats.plain_text import lines
from cms.presentation import Fact
from tests.factories import pages

pytestmark = pytest.mark.django_db
TEXT, SHOWN = "Uno <b>\r\nDue", "Uno &lt;b&gt;<br>Due"


def shown(template: str, **context) -> str:
    return render_to_string(template, context)


def test_lines_are_entries_without_the_comma_that_ends_them():
    assert lines("Rimini,\r\n\r\n Riccione \nCattolica") == ("Rimini", "Riccione", "Cattolica")
    assert lines("") == ()


@pytest.mark.parametrize(
    ("template", "context"),
    [
        ("components/facts.html", {"facts": [Fact("Note", (TEXT,))]}),
        ("components/facts.html", {"facts": [Fact("Requisiti", (TEXT, "Tre"))]}),
        ("components/page_header.html", {"title": "Titolo", "summary": TEXT}),
        ("components/quotation.html", {"text": TEXT}),
        ("components/tips.html", {"terms": {"grant": {"term": "Ente", "explanation": TEXT}}}),
        ("news/event_state.html", {"page": {"state_note": TEXT}}),
    ],
)
def test_each_line_of_a_text_begins_a_line(template, context):
    assert SHOWN in shown(template, **context)


def test_the_objectives_of_a_project_keep_their_lines(client, tree):
    project = pages.project(tree.projects, title="Loopa", slug="loopa", objectives=[("objective", TEXT)])
    assert SHOWN in client.get(project.url).content.decode()


def test_the_places_of_a_call_are_a_list(client, tree):
    places = "Rimini\r\nRiccione\r\nCattolica"
    sheet = pages.sheet(
        tree.funding, title="Bando", slug="bando", closes_on=date(2030, 1, 1), municipalities=places
    )
    text = client.get(sheet.url).content.decode()
    assert all(f"<li>{place}</li>" in text for place in lines(places))
