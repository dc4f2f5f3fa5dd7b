"""Every neutral field of every page and snippet follows at once; nothing that is written does.

The models are walked, so that a new field or model is found here.
"""

from datetime import date

import pytest
from django.apps import apps
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, get_translatable_fields

from cms.models import GlossaryTerm, Topic
from cms.pages import BasePage
from cms.shared_facts.fields import neutral_fields
from tests.factories.filling import fill, related, value_of
from tests.translation.test_every_field import everything

from .conftest import anew, publish

pytestmark = pytest.mark.django_db

PAGES = [model for model in apps.get_models() if issubclass(model, BasePage)]
SNIPPETS = [Topic, GlossaryTerm]
# What cannot be empty beside what is written.
VALID = {
    "to_address": "altra@example.org",
    "start_day": date(2026, 2, 27),
    "end_day": date(2026, 3, 4),
    "closed_early_on": date(2026, 4, 1),
    "quotation_name": "Altri",
    "opens_on": date(2026, 2, 3),
    "opening_month_only": True,
    "no_deadline": True,
    "whole_country": True,
}
# Written, and nothing without the fact: emptied with it.
TIED = {"suspended_reason": ""}


def test_the_snippets_are_all_there_are():
    """Rows of pages are carried with their pages."""
    found = {
        model
        for model in apps.get_models()
        if issubclass(model, TranslatableMixin)
        and not issubclass(model, Page)
        and not any(isinstance(field, ParentalKey) for field in model._meta.fields)
    }
    assert found == set(SNIPPETS)


@pytest.mark.parametrize("model", [*PAGES, *SNIPPETS], ids=lambda model: model._meta.label)
def test_what_the_library_synchronises_is_neutral(model):
    """But for the address of a page. Relations that the library skips are made with child rows."""
    synchronised = {
        each.field_name
        for each in get_translatable_fields(model)
        if isinstance(each, SynchronizedField) and not (each.field_name == "slug" and model in PAGES)
    }
    assert synchronised <= neutral_fields(model).names
    assert model._meta.local_many_to_many == []


def _another(field: models.Field, value):
    """Nothing, or what the field is without anybody's saying; something else where it must be filled."""
    if field.name in VALID:
        return VALID[field.name]
    if field.blank or field.has_default():
        return field.get_default()
    if field.choices:
        return next(code for code, _ in field.flatchoices if code != value)
    return value_of(field)


def _source(model, tree):
    if model in PAGES:
        return everything(model, tree)
    thing = related(Topic) if model is Topic else fill(GlossaryTerm())
    thing.save()
    thing.save_revision().publish()
    return anew(thing)


def _neutral(instance) -> dict:
    fields = neutral_fields(type(instance))
    said = {field.name: getattr(instance, field.attname) for field in (*fields.facts, *fields.choices)}
    return said | {relation.name: _rows(instance, relation) for relation in fields.rows}


def _rows(instance, relation) -> list[tuple]:
    """What the rows point to, in whatever language; and their codes."""
    return [
        tuple(
            getattr(getattr(row, field.name), "translation_key", getattr(row, field.name))
            for field in relation.related_model._meta.concrete_fields
            if field.name not in ("id", "page", "home", "sort_order", "locale", "translation_key")
        )
        for row in getattr(instance, relation.name).all()
    ]


def _written(instance) -> dict:
    """By field, without what is neutral."""
    known = neutral_fields(type(instance)).names
    return {
        each.field_name: str(getattr(instance, each.field_name))
        for each in get_translatable_fields(type(instance))
        if each.field_name not in known
    }


@pytest.mark.parametrize("model", [*PAGES, *SNIPPETS], ids=lambda model: model._meta.label)
def test_every_neutral_field_follows_and_no_word_does(model, tree, synchronised):
    source = _source(model, tree)
    english = synchronised(source)
    filled, words = _neutral(source), _written(english)
    fields = neutral_fields(model)
    assert _neutral(english) == filled
    others = {
        field.attname: _another(field, filled[field.name]) for field in (*fields.facts, *fields.choices)
    }
    tied = {name: text for name, text in TIED.items() if hasattr(source, name)}
    source = publish(source, **others, **{relation.name: [] for relation in fields.rows}, **tied)
    wanted = {**{field.name: others[field.attname] for field in (*fields.facts, *fields.choices)}}
    wanted |= {relation.name: [] for relation in fields.rows}
    for version in (source, anew(english), anew(english).get_latest_revision().as_object()):
        said = _neutral(version)
        assert {name: value for name, value in said.items() if value != wanted[name]} == {}
    assert [name for name in filled if filled[name] == wanted[name]] == []  # all of them have changed
    assert _written(anew(english)) == words | tied
