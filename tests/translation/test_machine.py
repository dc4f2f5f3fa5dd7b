"""A machine translator by a setting: the library's dummy answers here, and worse ones."""

import os
import subprocess
import sys

import pytest
import requests
from django.urls import reverse
from wagtail_localize.machine_translators.dummy import DummyTranslator
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue

from tests.factories import pages
from translation.machine import CheckedTranslator

pytestmark = pytest.mark.django_db

TEXT = '<p>Leggi <a href="https://example.org/">il bando</a> con <b>cura</b></p>'
HERE = f"{__name__}."


class Breaking(DummyTranslator):
    """Loses every tag of what has some."""

    def translate(self, source_locale, target_locale, strings):
        return {one: StringValue("words <b>" if "<" in one.data else "words") for one in strings}


class Silent(DummyTranslator):
    def translate(self, source_locale, target_locale, strings):
        raise requests.ConnectionError


class Nonsense(DummyTranslator):
    def translate(self, source_locale, target_locale, strings):
        return {"detail": "over quota"}["translations"]


class Counting(DummyTranslator):
    """Answers at most 50 texts, as DeepL does."""

    def translate(self, source_locale, target_locale, strings):
        assert len(strings) <= 50
        return super().translate(source_locale, target_locale, strings)


@pytest.fixture
def translator(settings):
    def use(name):
        settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
            "CLASS": "translation.machine.CheckedTranslator",
            "OPTIONS": {"CLASS": name},
        }

    use("wagtail_localize.machine_translators.dummy.DummyTranslator")
    return use


@pytest.fixture
def translation(tree, submit):
    page = pages.article(tree.news, title="Concerto in piazza", slug="concerto", body=[("text", TEXT)])
    page.save_revision().publish()
    return submit(page)


def ask(client, translation):
    address = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    return client.post(address, {"next": "/admin/reports/locked/"}, follow=True).content.decode()


def said() -> set[str]:
    return set(StringTranslation.objects.values_list("data", flat=True))


def test_it_translates_what_nobody_has_and_keeps_tags_and_links(admin, translator, translation):
    assert "Successfully translated" in ask(admin, translation)
    assert "piazza in Concerto" in said()
    assert '<a id="a1">bando il</a>' in "".join(said())
    assert not translation.get_target_instance().live
    translation.source.create_or_update_translation(translation.target_locale, publish=False)
    assert 'href="https://example.org/"' in str(translation.get_target_instance().body)


def test_without_a_setting_it_is_not_offered(admin, translation):
    edit = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    assert "machine_translate" not in admin.get(edit).content.decode()


def test_with_one_it_is(admin, translator, translation):
    edit = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    assert "machine_translate" in admin.get(edit).content.decode()


def test_an_answer_that_breaks_the_text_is_left_to_a_person(admin, translator, translation):
    translator(f"{HERE}Breaking")
    ask(admin, translation)
    assert said() == {"words"}


@pytest.mark.parametrize("name", ["Silent", "Nonsense"])
def test_a_translator_that_does_not_answer_changes_nothing(admin, translator, translation, name):
    translator(HERE + name)
    assert "did not answer as expected; nothing was changed" in ask(admin, translation)
    update = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    answer = admin.post(update, {"use_machine_translation": "on"}, follow=True).content.decode()
    assert "did not answer as expected; nothing was changed" in answer
    assert said() == set()


def test_long_pages_are_asked_in_batches(tree):
    translator = CheckedTranslator({"CLASS": f"{HERE}Counting"})
    strings = [StringValue(f"uno due {number}") for number in range(120)]
    assert len(translator.translate(tree.locale, tree.english.locale, strings)) == 120


@pytest.mark.parametrize(
    ("environment", "back_end"),
    [
        ({"LIBRETRANSLATE_URL": "https://translate.example/", "LIBRETRANSLATE_KEY": "k"}, "LibreTranslate"),
        ({"DEEPL_KEY": "k:fx"}, "DeepL"),
        ({}, "None"),
    ],
)
def test_the_environment_chooses_the_translator(environment, back_end):
    script = (
        "import django; django.setup();"
        "from wagtail_localize.machine_translators import get_machine_translator as get;"
        "print(getattr(get(), 'display_name', None))"
    )
    clean = {
        key: value for key, value in os.environ.items() if key not in ("LIBRETRANSLATE_URL", "DEEPL_KEY")
    }
    answer = subprocess.run(
        [sys.executable, "-c", script],
        env={**clean, "DJANGO_SETTINGS_MODULE": "portal.settings.test", **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == back_end
