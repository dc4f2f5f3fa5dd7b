"""Wagtail's Italian round the names of our models: no article or participle that would have to agree."""

import re

import pytest
from django.apps import apps
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from .foreign import messages

# What stands for the name of a model, or of some thing of any model.
NAMES = r"%\((?:model_name|snippet_type_name|verbose_name|verbose_name_plural|page_type)\)s"
# Words that agree with the noun that follows them.
AGREEING = re.compile(
    rf"\b(?:il|lo|la|l['’]|i|gli|le|un|uno|una|un['’]|quest[oaie]|nessun[oa]?|del|dello|della|al|allo|alla|"
    rf"nuov[oa]|altr[oa])\s*{NAMES}",
    re.IGNORECASE,
)
# And participles that agree with it where it is the subject.
DONE = re.compile(rf"^\s*{NAMES}(?:%\(|[^:(])*\b(?:è|sarà)\s(?:stat[oa]\s)?\w+[oa]\b")
TOUCHING = re.compile(rf"[\w,.]{NAMES}|{NAMES}\w")


@pytest.fixture
def italian(real_catalogues):
    said = messages("it")
    return {source: text for source, text in said.items() if re.search(NAMES, source)}


def test_no_word_before_a_name_agrees_with_it(italian):
    assert len(italian) > 60
    assert [text for text in italian.values() if AGREEING.search(text) or DONE.search(text)] == []


def test_blanks_stand_where_they_belong(italian):
    for text in italian.values():
        assert "  " not in text and text == text.strip() and not TOUCHING.search(text), text


@pytest.mark.parametrize(
    "model",
    [*(each for each in apps.get_models() if issubclass(each, Page)), *get_snippet_models()],
    ids=lambda model: model._meta.label,
)
def test_with_every_name_of_ours_a_message_reads_well(italian, model):
    for text in italian.values():
        said = re.sub(NAMES, str(model._meta.verbose_name), text)
        assert not re.search(r"\b(?:Questo|un' |Non c'è nessun)\b", said), said
        assert "None" not in said


@pytest.mark.parametrize(
    "wrong",
    [
        "Questo %(model_name)s è bloccato",
        '%(model_name)s "%(title)s" è stato approvato',
        "Scegli un' altro %(model_name)s",
        "Crea un nuovo %(model_name)s",
    ],
)
def test_slips_are_known(wrong):
    assert AGREEING.search(wrong) or DONE.search(wrong)


def test_a_missing_blank_is_known():
    assert TOUCHING.search("%(model_name)snon può essere creato")
