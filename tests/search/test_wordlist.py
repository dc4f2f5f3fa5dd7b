"""Words that exist are never put right, whether a page holds them or not."""

import pytest

from search.language import word_list
from search.language.analysis import analysis_of
from search.understanding import expand
from search.understanding.synonyms import SynonymSet, Thesaurus


@pytest.fixture
def lists(settings, tmp_path):
    settings.SEARCH_WORDS_DIR = tmp_path / "words"
    return settings.SEARCH_WORDS_DIR


def test_a_word_is_found_whole_in_the_list_of_its_language(lists):
    lists.mkdir()
    (lists / "it.txt").write_text("\ngatto\nperche\nportone\n")
    assert word_list.exists("Gatto", "it", lists)
    assert word_list.exists("perché", "it-ch", lists)
    assert not word_list.exists("porto", "it", lists)
    assert not word_list.exists("gatto", "en", lists)


def test_without_the_package_there_are_no_lists_and_no_error(lists, monkeypatch):
    monkeypatch.setattr(word_list, "find_spec", lambda name: None)
    assert word_list.make(lists) == []
    assert not word_list.exists("gatto", "it", lists)


def test_lists_are_made_once_of_words_that_can_be_put_right(lists, monkeypatch):
    monkeypatch.setattr(word_list, "find_spec", lambda name: True)
    monkeypatch.setattr(word_list, "_words", lambda code: [f"parola{code}"])
    assert len(word_list.make(lists)) == len(word_list.LANGUAGES)
    assert word_list.make(lists) == []
    assert word_list.exists("parolafr", "fr", lists)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("it", "Como"),  # a place
        ("en", "Turin"),
        ("it", "filatura"),  # a synonym, in any form
        ("it", "filature"),
        ("it", "Cooperative"),  # a label of a closed list
        ("it", "gatto"),  # the list of the language
    ],
)
def test_what_the_site_or_the_language_knows_exists(lists, language, word):
    lists.mkdir()
    (lists / "it.txt").write_text("\ngatto\n")
    known = Thesaurus.of([SynonymSet(("tessitura", "filatura"))], analysis_of(language))
    assert expand("x", language, known).exists(word)
    assert not expand("x", language, known).exists("tessitrua")
