"""The handbook says the same in both languages, with pictures that exist, and is read in the admin."""

import re

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from editors.handbook.handbook import FOLDER, as_html, handbook_file

LANGUAGES = ["en", "it"]


def text(language):
    return handbook_file(language).read_text()


def test_each_language_has_its_own_and_others_read_english():
    assert [handbook_file(language).name for language in ("en", "it", "fr")] == [
        "editors.md",
        "editors.it.md",
        "editors.md",
    ]


def shape(language):
    """Headings, pictures and points, without words."""
    marks = (re.match(r"(#+ |!\[|- |\d+\. )", line) for line in text(language).splitlines())
    return [mark[1] for mark in marks if mark]


def test_both_languages_say_the_same_in_the_same_order():
    assert shape("en") == shape("it")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_exists_is_small_and_described(language):
    pictures = re.findall(r"!\[(.*?)\]\((.*?)\)", text(language))
    assert pictures
    for words, path in pictures:
        assert words
        assert path.endswith(f"-{language}.webp")
        assert (FOLDER / path).stat().st_size < 100_000


def test_pictures_are_found_among_the_static_files():
    assert 'src="/static/handbook/a.webp"' in as_html("![x](screenshots/a.webp)")


def test_markup_in_the_text_stays_text():
    assert "<script>" not in as_html("<script>alert(1)</script>")


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("en", "Submit and approve"), ("it", "Inviare e approvare")])
def test_an_editor_reads_it_in_the_admins_language(admin_client, admin_user, language, words):
    profile = UserProfile.get_for_user(admin_user)
    profile.preferred_language = language
    profile.save()
    assert words in admin_client.get(reverse("handbook")).content.decode()
