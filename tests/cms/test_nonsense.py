"""Nonsense in every field at once: the form comes back with a sentence at each field that cannot take it, and
with all that was typed."""

import pytest
from django import forms
from wagtail.test.utils.form_data import querydict_from_html

from cms.models import GlossaryTerm, Organisation, Topic
from tests.translation.test_every_field import PAGES, everything

from .open_forms import JSON, edit_address

pytestmark = pytest.mark.django_db

SNIPPETS = {
    Topic: {"name": "Musica", "slug": "musica"},
    Organisation: {"name": "Ministero", "slug": "ministero", "kind": "ministry"},
    GlossaryTerm: {"term": "Ente", "explanation": "Chi dà."},
}
NONSENSE = ("§ né capo né coda ☃", "parola " * 1430, "-9" * 40)
# The short form gives each field one of them and its neighbour the next; then each field gets the others too.
FIRST = [0, *(pytest.param(first, marks=pytest.mark.long) for first in range(1, len(NONSENSE)))]
TYPED = (forms.TextInput, forms.Textarea, forms.NumberInput, forms.EmailInput, forms.URLInput)


@pytest.mark.parametrize("first", FIRST)
@pytest.mark.parametrize("model", [*PAGES, *SNIPPETS], ids=lambda model: model.__name__)
def test_nonsense_is_refused_at_its_field_and_stays(anna, tree, model, first):
    snippet = model in SNIPPETS
    thing = model.objects.create(**SNIPPETS[model]) if snippet else everything(model, tree)
    address, form_id = edit_address(thing), "w-editor-form" if snippet else "page-edit-form"

    def inputs(answer):
        return querydict_from_html(answer.content.decode(), form_id=form_id)

    opened = anna.get(address)
    data, form = inputs(opened), opened.context["form"]
    empty_streams = {f"{name}-count": "0" for name, field in form.fields.items() if hasattr(field, "block")}
    fields = [name for name, field in form.fields.items() if isinstance(field.widget, TYPED) and name in data]
    nonsense = {name: NONSENSE[number % len(NONSENSE)] for number, name in enumerate(fields, start=first)}
    sent = dict(data.items()) | empty_streams | nonsense
    answer = anna.post(address, sent | {"action-publish": "1"})
    assert answer.status_code == 200
    assert answer.context["form"].errors
    back = inputs(answer)
    assert [name for name in fields if back[name].strip() != nonsense[name].strip()] == []
    said = anna.post(address, sent, **JSON).json()
    assert said["success"] or "Not saved yet. " in said["error_message"]
