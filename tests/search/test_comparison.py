"""`sync_search --check` tells what the index lacks, has too much or has as it was; `--repair` mends it."""

import io

import pytest
from django.core.management import CommandError, call_command

from search.engines.base import EngineUnavailable
from search.index.documents import read_documents
from search.index.fingerprint import fingerprint
from search.query import SearchQuery
from tests.factories import pages
from tests.factories.search import document

pytestmark = pytest.mark.django_db


@pytest.fixture
def sync(tree, search_index):
    """Runs the command; returns how it ended and what it said."""
    search_index.rebuild()

    def run(*options):
        out = io.StringIO()
        try:
            call_command("sync_search", *options, stdout=out)
        except CommandError as error:
            return error.returncode, f"{out.getvalue()}{error}"
        return 0, out.getvalue()

    return run


@pytest.fixture
def out_of_step(tree, sync, search_index):
    """One page too few, one too many, one as it was."""
    new, old = pages.article(tree.news, title="Nuovo"), pages.article(tree.news, title="Vecchio")
    gone = document("Sparito", page_id=987_654)
    with search_index.engine.changes("it") as changes:
        changes.put([gone, *read_documents("it", [old.pk]).documents])
    type(old).objects.filter(pk=old.pk).update(title="Rinnovato")
    return new.pk, gone.page_id, old.pk


def test_an_index_in_step_differs_in_nothing(sync):
    assert sync("--check") == (0, "it: no difference.\nen: no difference.\n")


def test_the_check_names_every_page_that_differs_and_changes_nothing(out_of_step, sync, search_index):
    missing, extra, stale = out_of_step
    before = sorted(search_index.engine.fingerprints("it"))
    code, said = sync("--check")
    assert code == 1
    assert "it: 1 missing, 1 extra, 1 stale.\n" in said
    assert f"missing: {missing}\n" in said
    assert f"extra: {extra}\n" in said
    assert f"stale: {stale}\n" in said
    assert "sync_search --repair" in said
    assert sorted(search_index.engine.fingerprints("it")) == before


def test_the_repair_mends_what_differs_and_touches_nothing_else(out_of_step, sync, search_index, monkeypatch):
    touched = set()
    monkeypatch.setattr(
        "search.index.sync.read_documents",
        lambda language, numbers: touched.update(numbers) or read_documents(language, numbers),
    )
    code, said = sync("--repair")
    assert (code, touched) == (0, set(out_of_step))
    assert "it: 3 pages mended." in said
    assert sync("--check")[0] == 0
    assert [hit.title for hit in search_index.engine.search(SearchQuery("it", "rinnovato")).hits] == [
        "Rinnovato"
    ]


def test_a_repair_where_nothing_differs_says_so(sync):
    assert sync("--repair") == (
        0,
        "0 changes brought in, 0 wait.\nit: no difference.\nen: no difference.\n",
    )


def test_a_repair_brings_in_first_what_waits(tree, sync, search_index):
    from search.index import outbox

    outbox.note([(pages.article(tree.news, title="Tessitura").pk, "it")])
    assert sync("--repair")[1].startswith("1 changes brought in, 0 wait.\nit: no difference.")


def test_a_page_whose_document_cannot_be_made_is_no_difference(tree, sync, monkeypatch):
    monkeypatch.setattr(type(tree.news), "search_document", lambda self: 1 / 0)
    assert sync("--check")[0] == 0


def test_an_engine_that_is_down_is_told(sync, search_index, monkeypatch):
    def refuse(language):
        raise EngineUnavailable("Down.")

    monkeypatch.setattr(search_index.engine, "fingerprints", refuse)
    code, said = sync("--check")
    assert code == 1
    assert "Down." in said


def test_a_fingerprint_differs_with_anything_that_a_document_says():
    one = document("Titolo", page_id=1)
    others = [
        document("titolo", page_id=1),
        document("Titolo", page_id=2),
        document("Titolo", page_id=1, flags={"results_pending": True}),
        document("Titolo", page_id=1, facets={"topic": ("a",)}),
        document("Titolo \ud800", page_id=1),
    ]
    prints = {fingerprint(each) for each in (one, *others)}
    assert len(prints) == 6
    assert all(0 <= each < 2**63 for each in prints)
    assert fingerprint(document("Titolo", page_id=1)) == fingerprint(one)
