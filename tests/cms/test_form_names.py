"""No input hides a property of its form, as the browser would let it."""

import re
from pathlib import Path

import pytest
from django import forms
from django.core import checks as django_checks
from wagtail.blocks import StreamBlock
from wagtail.blocks.base import BlockField

from cms import checks
from cms.blocks import FigureBlock
from cms.forms.admin_forms import form_classes

ROOT = Path(__file__).resolve().parents[2]


def messages(monkeypatch, form) -> list[str]:
    monkeypatch.setattr(checks, "form_classes", lambda: [("stories.StoryPage", form)])
    return [error.msg for error in checks.no_field_hides_the_form()]


def test_no_form_of_the_admin_is_hidden_and_the_database_is_not_asked():
    assert checks.no_field_hides_the_form() == []


def test_the_check_is_run_with_all_others():
    assert checks.no_field_hides_the_form in django_checks.registry.registry.get_checks()


@pytest.mark.parametrize("name", ["action", "method", "children", "onsubmit", "ariaLabel", "role", "lang"])
def test_a_field_of_a_model_is_named(monkeypatch, name):
    form = type("Form", (forms.Form,), {name: forms.CharField()})
    (message,) = messages(monkeypatch, form)
    assert message == (
        f'The field "{name}" of stories.StoryPage renders an input named "{name}", '
        f'which hides the form\'s own "{name}".'
    )


class _Fixed(forms.TextInput):
    """Its input is called the same wherever it stands."""

    def render(self, name, value, attrs=None, renderer=None):
        return super().render("target", value, attrs, renderer)


def test_an_input_with_a_name_of_its_own_is_found_in_a_block_and_in_a_row(monkeypatch):
    block = StreamBlock([("figure", FigureBlock())])
    figure = block.child_blocks["figure"]
    monkeypatch.setattr(figure.child_blocks["label"].field, "widget", _Fixed())
    form = type("Form", (forms.Form,), {"facts": BlockField(block=block)})
    assert 'of stories.StoryPage renders an input named "target"' in messages(monkeypatch, form)[0]
    row = type("Row", (forms.Form,), {"text": forms.CharField(widget=_Fixed())})
    form = type("Form", (forms.Form,), {"formsets": {"links": forms.formset_factory(row)}})
    assert 'The field "links-0-text" of' in messages(monkeypatch, form)[0]


@pytest.mark.parametrize("name", ["title", "name", "closes_on", "actions", "body-0-value-action"])
def test_other_names_are_left_in_peace(name):
    assert not checks.hides(name)


def test_templates_have_no_such_input_either():
    control = re.compile(r'<(?:input|select|textarea|button)\b[^>]*?\s(?:name|id)="([\w-]+)"')
    found = [
        (str(file.relative_to(ROOT)), name)
        for folder in ("templates", "site/portal")
        for file in (ROOT / folder).rglob("*.html")
        for name in control.findall(file.read_text())
        if checks.hides(name)
    ]
    assert found == []


def test_the_label_of_each_field_begins_with_a_capital():
    labels = {
        (label, name): str(field.label)
        for label, form in form_classes()
        for name, field in form.base_fields.items()
        if field.label
    }
    assert len(labels) > 100
    assert {key: label for key, label in labels.items() if label[0].islower()} == {}
