"""A page of every kind with every field filled goes through translation and comes out right.

The lists below say what is translated; everything else must come out as it went in. A new field or block
is filled by itself (``tests.factories.filling``) and found here if nobody has said what becomes of it.
"""

import json
from datetime import date
from decimal import Decimal

import polib
import pytest
from django.apps import apps
from django.urls import reverse
from django.utils.text import slugify

from cms.models import GlossaryTerm, Topic
from cms.pages import BasePage
from funding.models import FundingSheetPage
from home.models import HomePage
from tests.factories import pages
from tests.factories.filling import fields_to_fill, fill, related
from tests.translation.conftest import download, english, upload

pytestmark = pytest.mark.django_db

EVERY_PAGE = {"title", "seo_title", "search_description", "summary", "picture_alt"} | {
    f"body.{path}"
    for path in (
        *("heading", "text", "picture.alt", "picture.caption"),
        *("gallery.title", "gallery.pictures.alt", "gallery.pictures.caption"),
        *("quotation.text", "quotation.name", "quotation.role"),
        *("figures.title", "figures.items.value", "figures.items.unit", "figures.items.label"),
        *("steps.title", "steps.items.title", "steps.items.text"),
        *("files.title", "files.items.title", "callout.title", "callout.text"),
        *("questions.title", "questions.items.question", "questions.items.answer"),
        *("table.caption", "table.columns", "table.rows"),
        *("video.title", "video.transcript", "button.text"),
    )
}
FIGURE = ("figure.value", "figure.unit", "figure.label")
TRANSLATED = {
    "home.ContactPage": {
        *("consent", "thanks", "subject"),
        *(f"fields.field.{name}" for name in ("label", "help_text", "choices")),
    },
    "home.GlossaryPage": set(),
    "home.HomePage": {"headline", "figures_title", *(f"figures.{path}" for path in FIGURE)},
    "home.StandardPage": set(),
    "news.ArticlePage": {"author"},
    "news.EventIndexPage": set(),
    "news.EventPage": {
        *("town", "language", "accessibility_notes", "state_note"),
        *(f"programme.session.{name}" for name in ("title", "text", "people")),
    },
    "news.NewsIndexPage": set(),
    "news.ProjectIndexPage": set(),
    "news.ProjectPage": {
        *("objectives.objective", "places"),
        *(f"phases.phase.{name}" for name in ("title", "period", "text")),
        *(f"key_figures.{path}" for path in FIGURE),
        *("tracks.track.title", "tracks.track.text", "services.service.title", "services.service.text"),
        *("results.result.title", "results.result.text"),
    },
    "funding.FundingIndexPage": set(),
    "funding.FundingSheetPage": {
        *("cumulation_note", "closed_early_reason", "suspended_reason", "dates_note", "contact_office"),
        *("requirements.requirement.text", "criteria.criterion.name", "criteria.criterion.weight"),
        *("steps.step.title", "legal_basis.act.act", "documents.document.title"),
    },
    "stories.StoryIndexPage": set(),
    "stories.StoryPage": {
        *("challenge", "solution", "results", "quotation", "quotation_role"),
        *(f"key_figures.{path}" for path in FIGURE),
    },
    "core.Topic": {"name"},
    "core.GlossaryTerm": {"term", "forms", "explanation"},
}
# What cannot be true together when each field is filled alone.
TRUE = {
    "home.ContactPage": {"to_address": "redazione@example.org"},
    "news.EventPage": {"end_day": date(2026, 3, 2)},
    "news.ProjectPage": {"mission": "M1", "component": "M1C3"},
    "funding.FundingSheetPage": {
        "closes_on": date(2026, 5, 1),
        "no_deadline": False,
        "whole_country": False,
        "grant_min": Decimal(1),
        "spend_min": Decimal(1),
        "intensity_min": Decimal(1),
        "grant_max": Decimal(9),
        "spend_max": Decimal(9),
        "intensity_max": Decimal(9),
        "budget": Decimal(99),
        "budget_left": Decimal(9),
        "change_note": "",
        "closing_change": "extended",
        "measure": "M1C3I1.3",
        "mission": "M1",
        "component": "M1C3",
    },
}
PAGES = [model for model in apps.get_models() if issubclass(model, BasePage)]
# They go with one publication of one page, so no translation has them.
NOT_CARRIED = {"change_note", "closing_change"}


def told(instance) -> dict[str, list[str]]:
    """Everything that an editor has filled in, as text by its path; rows and blocks without ids."""
    found: dict[str, list[str]] = {}
    for field in fields_to_fill(type(instance)):
        if field.one_to_many:
            for row in getattr(instance, field.name).all():
                _flatten(told(row), field.name, found)
        elif hasattr(field, "stream_block"):
            _flatten(json.loads(field.value_to_string(instance)), field.name, found)
        else:
            found[field.name] = [str(getattr(instance, field.attname))]
    return found


def _flatten(value, path, found):
    if isinstance(value, dict) and {"type", "value"} <= value.keys():
        kind = "" if value["type"] == "item" else f".{value['type']}"
        _flatten(value["value"], path + kind, found)
    elif isinstance(value, dict):
        for name, part in value.items():
            _flatten(part, f"{path}.{name}", found)
    elif isinstance(value, list):
        for part in value:
            _flatten(part, path, found)
    else:
        found.setdefault(path, []).append(str(value))


def everything(model, tree):
    """A live page of ``model`` with every field filled."""
    parents = {label: getattr(tree, name) for name, (cls, _) in pages.SECTIONS.items() for label in [cls]}
    parent = next((parents[cls] for cls in map(_model, model.parent_page_types) if cls in parents), tree.home)
    page = model(locale=tree.locale)
    given = dict(TRUE.get(model._meta.label, {}))
    if model is FundingSheetPage:
        given["previous_edition"] = pages.sheet(tree.funding)
    fill(page, **given)
    parent = tree.home.get_parent() if model is HomePage else parent
    type(parent).objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)


def _model(label):
    return apps.get_model(label)


def translate_all(translation, admin, capture):
    """As a translator does it: download, translate, upload, publish."""
    po = polib.pofile(download(admin, translation).decode())
    for entry in po:
        entry.msgstr = english(entry.msgid)
    answer = upload(admin, translation, str(po).encode())
    assert "were taken in" in answer.content.decode()
    with capture(execute=True):
        admin.post(_edit_address(translation.get_target_instance()), {"action": "publish"})
    target = translation.get_target_instance()
    return type(target).objects.get(pk=target.pk)


def _edit_address(instance):
    if hasattr(instance, "url_path"):
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    return reverse(instance.snippet_viewset.get_url_name("edit"), args=[instance.pk])


def differences(source, target, translated) -> list[str]:
    before, after = told(source), told(target)
    assert before.keys() == after.keys() | NOT_CARRIED & before.keys()
    wrong = []
    for path, texts in before.items():
        for one, other in zip(texts, after[path], strict=True):
            if path not in translated:
                if one != other:
                    wrong.append(f"{path}: {one!r} has become {other!r}")
            elif not _is_translation(one, other):
                wrong.append(f"{path}: {one!r} is not translated by {other!r}")
    return wrong


def _is_translation(source: str, target: str) -> bool:
    if source.startswith("campo-"):
        return target == f"en-{source}"
    return target == english(source) and target != source


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model._meta.label)
def test_every_field_is_right_in_the_other_language(
    model, tree, admin, submit, django_capture_on_commit_callbacks
):
    source = everything(model, tree)
    target = translate_all(submit(source), admin, django_capture_on_commit_callbacks)
    assert target.live
    assert target.locale == tree.english.locale
    translated = EVERY_PAGE | TRANSLATED[model._meta.label]
    own = {"topic_links.topic", "slug"}
    assert [line for line in differences(source, target, translated) if line.split(":")[0] not in own] == []
    assert model is HomePage or target.slug == slugify(target.title)
    topics = [[link.topic for link in page.topic_links.all()] for page in (source, target)]
    assert [topic.translation_key for topic in topics[0]] == [topic.translation_key for topic in topics[1]]
    assert {topic.locale for topic in topics[1]} == {tree.english.locale}


@pytest.mark.parametrize("model", [Topic, GlossaryTerm])
def test_every_field_of_a_snippet_is_right_in_the_other_language(
    model, tree, admin, submit, django_capture_on_commit_callbacks
):
    source = related(Topic) if model is Topic else fill(GlossaryTerm())
    source.save()
    target = translate_all(submit(source), admin, django_capture_on_commit_callbacks)
    assert target.live
    assert differences(source, target, TRANSLATED[model._meta.label]) == []
