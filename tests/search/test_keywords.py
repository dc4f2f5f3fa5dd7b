"""What finds a page although the page does not say it so."""

from search.index.keywords import keywords_of
from tests.factories.search import document


def test_a_page_is_found_by_its_kind_in_its_language():
    assert "bando" in keywords_of(document("Teatri", type="funding")).split()
    assert "call" in keywords_of(document("Theatres", type="funding", language="en")).split()
    assert keywords_of(document("Teatri", type="page")) == ""
    assert keywords_of(document("Teatri", type="funding", language="xx")) == ""


def test_codes_and_other_spellings_of_all_texts_are_there_with_what_the_page_adds():
    words = keywords_of(
        document("Start-up", facts="M1C3I1.3", body="co-progettazione M2C1", keywords="4711")
    ).split()
    assert {"startup", "m1c3i1x3", "coprogettazione", "4711"} <= set(words)
    assert "m2c1" not in words
