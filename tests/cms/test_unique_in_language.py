"""An address that another entry of the same language has is refused beside its field, by autosave too."""

import pytest
from django.urls import reverse

from cms.models import GlossaryTerm, Topic

from .open_forms import JSON, OpenForm

pytestmark = pytest.mark.django_db

KINDS = {
    Topic: {"name": "Musica"},
    GlossaryTerm: {"term": "Musica", "explanation": "Suoni che si ascoltano."},
}


@pytest.fixture(params=KINDS, ids=lambda model: model.__name__)
def taken(request, tree):
    """An entry, and what a form of another one sends that wants the same address."""
    model = request.param
    model.objects.all().delete()
    words = KINDS[model]
    entry = model.objects.create(**words, slug="musica", locale=tree.locale)
    return entry, words | {"slug": "musica"}


def test_a_new_one_is_refused_with_the_name_of_the_other(anna, taken):
    entry, data = taken
    add = reverse(entry.snippet_viewset.get_url_name("add"))
    form = anna.post(add, data | {"action-publish": "1"}).context["form"]
    assert form.errors["slug"] == ["“Musica” has this already. Choose another one."]
    told = anna.post(add, data, **JSON)
    assert told.status_code == 400 and "Musica" in told.json()["error_message"]
    assert type(entry).objects.get() == entry


def test_what_has_saved_itself_is_refused_likewise(anna, taken):
    entry, data = taken
    other = type(entry).objects.create(**data | {"slug": "altra"}, locale=entry.locale, live=False)
    form = OpenForm(anna, other, data | {"slug": "altra"})
    form.autosave()
    assert anna.post(form.address, form.data | {"slug": "musica"}, **JSON).status_code == 400


def test_another_language_may_have_the_same(anna, taken, tree):
    entry, data = taken
    twin = type(entry).objects.create(**data, locale=tree.english.locale)
    assert twin.slug == entry.slug
    own = OpenForm(anna, entry, data)
    own.autosave()
    assert own.saved_over
