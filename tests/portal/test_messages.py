"""Every text that people see goes through gettext, and keeps its placeholders in every language."""

import re
import shutil
from pathlib import Path

import django
import polib
import pytest
import wagtail
import wagtail_localize
from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import override

from cms import vocabularies
from cms.vocabularies.base import Vocabulary
from portal import messages

ROOT = messages.ROOT
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
VOCABULARIES = [each for each in vars(vocabularies).values() if isinstance(each, Vocabulary)]

# Names, which are the same in every language.
NAMES = {"Intreccio", "API", "RSS", "CSV", "JSON", "PNRR", "PDF", "OpenAPI", "CUP", "UTC"}
NOT_SHOWN = "|".join(
    (
        r"{#.*?#}",
        r"{% comment %}.*?{% endcomment %}",
        r"{% block og_type %}.*?{% endblock %}",
        r"<(script|style|svg)\b.*?</\1>",
        r"<!--.*?-->",
        r'\bdata-[\w-]+="[^"]*"',
    )
)
TRANSLATED = r"{% blocktranslate.*?{% endblocktranslate %}"
SAID = re.compile(r'\b(?:title|alt|aria-label|placeholder)="([^"]*)"')


def hard_coded(source: str) -> list[str]:
    """Words of a template that stand outside every translation."""
    text = re.sub(NOT_SHOWN, " ", source, flags=re.DOTALL)
    text = re.sub(TRANSLATED, " ", text, flags=re.DOTALL)
    text = re.sub(r"{%.*?%}|{{.*?}}", " ", text, flags=re.DOTALL)
    spoken = " ".join(SAID.findall(text))
    shown = re.sub(r"<[^>]*>", " ", text)
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"&\w+;", " ", f"{shown} {spoken}"))
    return [word for word in words if word not in NAMES]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_template_says_anything_in_one_language_only(path):
    assert hard_coded(path.read_text()) == []


def test_words_outside_a_translation_are_found():
    assert hard_coded('<p>Ciao {% translate "Hello" %}</p><a title="Vai">{{ name }}</a>') == ["Ciao", "Vai"]
    assert hard_coded("{% blocktranslate %}Hello {{ name }}{% endblocktranslate %} · Intreccio") == []


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda each: each.name)
def test_every_label_of_a_closed_list_can_be_translated_and_is(vocabulary):
    known = {entry.msgid: entry.msgstr for entry in catalogue("it")}
    with override(None):
        for term in vocabulary:
            assert isinstance(term.label, Promise), term
            assert known.get(str(term.label)), term


@override(None)
def test_every_choice_of_a_model_is_translated():
    known = {entry.msgid: entry.msgstr for entry in catalogue("it")}
    fields = [
        field
        for model in apps.get_models()
        if model.__module__.split(".")[0] in OURS
        for field in model._meta.local_fields
    ]
    labels = {str(label) for field in fields for _, label in field.flatchoices if isinstance(label, Promise)}
    assert len(labels) > 50
    assert {label for label in labels - NAMES if not known.get(label)} == set()


OURS = {"portal", "home", "news", "funding", "stories", "search"}


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(messages.LOCALES / language / "LC_MESSAGES" / "django.po"))


def test_every_catalogue_is_complete(capsys):
    """English is the language of the sources; French lies ready for sites that want it."""
    assert {path.parts[-3] for path in messages.catalogues()} == {"it", "fr"}
    assert messages.check(every=True) == 0, capsys.readouterr().out


@pytest.fixture
def lacking(monkeypatch, tmp_path):
    """A catalogue of the given language with one message that nobody has translated."""
    monkeypatch.setattr(messages, "LOCALES", tmp_path)
    monkeypatch.setattr(messages, "ROOT", tmp_path)

    def make(language):
        path = tmp_path / language / "LC_MESSAGES" / "django.po"
        path.parent.mkdir(parents=True)
        path.write_text(
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Hello"\nmsgstr ""\n'
        )

    return make


@pytest.mark.parametrize("every", [False, True])
def test_a_missing_translation_fails_the_check(lacking, every, capsys):
    lacking("it")
    assert messages.check(every) == 1
    assert "no translation of 'Hello'" in capsys.readouterr().out


def test_one_of_a_further_language_is_counted_and_fails_only_the_whole_check(lacking, capsys):
    lacking("fr")
    assert messages.check() == 0
    assert "1 messages without translation" in capsys.readouterr().out
    assert messages.check(every=True) == 1
    assert "no translation of 'Hello'" in capsys.readouterr().out


@pytest.mark.skipif(shutil.which("xgettext") is None, reason="needs the gettext programs")
def test_collecting_anew_adds_nothing_and_what_it_would_add_is_told(monkeypatch, tmp_path, capsys):
    path = tmp_path / "it" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    lacking = catalogue("it")
    without = lacking.pop().msgid
    lacking.save(str(path))
    known = messages.catalogues()
    monkeypatch.setattr(messages, "catalogues", lambda: [*known, path])
    assert messages.check_collected() == 1
    assert repr(without) in capsys.readouterr().out


@pytest.mark.parametrize("path", messages.corrections(), ids=lambda path: path.stem)
def test_every_correction_is_of_a_text_that_wagtail_or_django_still_has(path):
    roots = [Path(module.__file__).parent for module in (wagtail, wagtail_localize, django)]
    files = [file for root in roots for file in root.rglob(f"locale/en/LC_MESSAGES/{path.name}")]
    said = {entry.msgid for file in files for entry in polib.pofile(str(file))}
    corrected = {entry.msgid for entry in polib.pofile(str(path))}
    assert corrected - said == set()


def test_no_correction_stands_beside_a_text_of_ours():
    """Ours would be said: Django takes the first catalogue that has a text."""
    corrected = {
        entry.msgid for entry in polib.pofile(str(messages.CORRECTIONS / "it/LC_MESSAGES/django.po"))
    }
    assert corrected & {entry.msgid for entry in catalogue("it")} == set()


@pytest.mark.parametrize(
    "path", messages.catalogues() + messages.corrections(), ids=lambda path: f"{path.parts[-3]}-{path.stem}"
)
def test_translations_keep_placeholders_and_tags(path):
    kept = re.compile(r"%\(\w+\)[sd]|(?<!%)%[sd]|\{\w+\}|<int:\w+>|<(?:a|b)\b[^>]*>")
    wrong = []
    for entry in polib.pofile(str(path)):
        wanted = set(kept.findall(entry.msgid_plural or entry.msgid))
        if entry.msgid_plural:  # "one more" needs no number
            told = [set(kept.findall(text)) | wanted for text in [entry.msgstr_plural[0]]]
            told += [set(kept.findall(text)) for number, text in entry.msgstr_plural.items() if number]
        else:
            told = [set(kept.findall(entry.msgstr))] if entry.msgstr else []
        wrong += [entry.msgid for found in told if found != wanted]
    assert wrong == []
