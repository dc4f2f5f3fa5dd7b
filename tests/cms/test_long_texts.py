"""A text that is too long is never cut without a word: it is refused with its length, and stays."""

import pytest
from django.utils import translation

from cms.forms.admin_forms import form_classes, widgets_of
from tests.factories import pages
from tests.publishing.editing import form_of

from .open_forms import OpenForm

pytestmark = pytest.mark.django_db


def test_no_input_of_the_admin_is_cut_by_the_browser():
    shown = [
        (form, name, widget.build_attrs(widget.attrs))
        for form, kind in form_classes()
        for name, widget in widgets_of(kind)
    ]
    assert sum("data-longest" in attrs for _form, _name, attrs in shown) > 100
    assert [(form, name) for form, name, attrs in shown if "maxlength" in attrs and name != "tags"] == []


@pytest.mark.parametrize("address", ["/admin/account/", "/admin/users/new/", "/admin/login/"])
def test_neither_are_the_forms_of_people(admin_client, client, address):
    answer = (client if "login" in address else admin_client).get(address)
    assert answer.status_code == 200
    assert b"maxlength" not in answer.content


def test_a_long_title_is_refused_with_its_length_and_not_for_its_slug(anna, tree):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="Una frase.")
    form = OpenForm(anna, page, form_of(anna, page))
    with translation.override("it"):
        answer = form.autosave(title="Lungo " * 100, slug="lungo-" * 99 + "fine", summary="a" * 780)
    assert set(answer.json()["fields"]) == {"title", "summary"}
    (told,) = answer.json()["fields"]["summary"]
    assert "300" in told and "780" in told
    (told,) = form.autosave(title="Uno", slug="l" * 300, summary="Una frase.").json()["fields"]["slug"]
    assert "255" in told
