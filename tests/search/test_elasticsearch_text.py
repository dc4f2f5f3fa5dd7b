"""How text is prepared for Elasticsearch, without a server."""

import pytest

from search.engines.elasticsearch.highlight import CLOSES, OPENS, marked, marked_words
from search.engines.elasticsearch.text import APART, BEGINS, ENDS, enclosed, parted, without_signs
from search.language.text import clean


@pytest.mark.parametrize("text", ["dell’università", "M1C3I1.3", "a_b", "www.example.org", "1.500,00"])
def test_words_are_parted_at_signs_and_the_text_can_be_read_back(text):
    assert APART in parted(text)
    assert without_signs(enclosed(text)) == text


def test_nothing_that_a_page_holds_is_taken_for_a_sign_of_ours():
    assert clean(f"a{APART}{BEGINS}{ENDS}{OPENS}{CLOSES}b") == "a b"


def test_a_passage_is_safe_and_tells_whether_more_stands_around_it():
    whole = f"{BEGINS}Il <b>{OPENS}museo{CLOSES}</b> & altro{ENDS}"
    asked = {"museo"}.__contains__
    assert marked(whole, asked) == "Il &lt;b&gt;<mark>museo</mark>&lt;/b&gt; &amp; altro"
    assert marked(f"Il {OPENS}museo{CLOSES}", asked) == "… Il <mark>museo</mark> …"
    assert marked_words(whole) == ["museo"]
