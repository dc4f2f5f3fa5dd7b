"""What every engine owes to a comparison with the pages: each one with the fingerprint of its document."""

import pytest

from search.engines.base import EngineUnavailable
from search.index.fingerprint import fingerprint
from tests.factories.search import document


def test_every_page_is_told_with_its_fingerprint(engine, fill):
    documents = [document(f"Museo {number}", page_id=number) for number in range(1, 1_203)]
    fill(*documents)
    assert dict(engine.fingerprints("it")) == {one.page_id: fingerprint(one) for one in documents}


def test_a_fingerprint_follows_the_last_change(engine, fill):
    fill(document("Vecchio", page_id=5), document("Altro", page_id=6))
    new = document("Nuovo", page_id=5)
    with engine.changes("it") as changes:
        changes.put([new])
        changes.remove([6])
    assert list(engine.fingerprints("it")) == [(5, fingerprint(new))]


def test_an_empty_index_has_none(engine):
    assert list(engine.fingerprints("it")) == []


def test_without_an_index_there_are_none_to_tell(engine):
    with pytest.raises(EngineUnavailable):
        list(engine.fingerprints("en"))
