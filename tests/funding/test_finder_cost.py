"""What a question to the finder costs, in calls: its words are expanded once, and once more as corrected."""

from collections import Counter

import pytest

import search.understanding
from search.engines.tantivy import TantivyEngine

from .asking import ask_again, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def calls(monkeypatch, make_sheet, search_index):
    """How often words were expanded and the engine was asked, since the site was filled."""
    make_sheet(title="Museo della seta", regions=["ITC4"])
    make_sheet(title="Teatro", regions=["ITI4"])
    search_index.rebuild()
    found = Counter()

    def counting(name, function):
        def counted(*args, **kwargs):
            found[name] += 1
            return function(*args, **kwargs)

        return counted

    step = search.understanding.mark_optional  # taken once for each text, whoever asks for it
    monkeypatch.setattr(search.understanding, "mark_optional", counting("expanded", step))
    monkeypatch.setattr(TantivyEngine, "search", counting("asked", TantivyEngine.search))
    return found


@pytest.mark.parametrize(
    ("query", "found", "expanded", "asked"),
    [
        ("", ["Museo della seta", "Teatro"], 1, 1),
        ("q=museo", ["Museo della seta"], 1, 2),
        ("q=museo&region=ITC4", ["Museo della seta"], 1, 2),
        # As typed, as corrected, the list.
        ("q=museio", ["Museo della seta"], 2, 3),
        # The list, and what each of words, region and closed calls would give without it.
        ("q=museo&region=ITI4", [], 1, 5),
    ],
)
def test_words_are_expanded_once_a_request(calls, client, query, found, expanded, asked):
    assert sorted(titles(ask_again(client, query))) == found
    assert (calls["expanded"], calls["asked"]) == (expanded, asked)
