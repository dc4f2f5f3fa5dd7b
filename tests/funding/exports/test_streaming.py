"""Files of any length: the first piece at once, never all rows in memory, few questions to the database."""

import gc
import tracemalloc
import weakref
from operator import itemgetter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from funding.catalogue.exports import batches as batching
from funding.models import FundingSheetPage
from tests.factories.pages import site_tree
from tests.funding.making import a_ministry, open_sheet
from tests.search.fixtures import index_of_pages

pytestmark = pytest.mark.django_db

FILES = ["export.csv", "export.json", "calendar.ics"]
FEW, MANY, BATCH = 20, 80, 5


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(batching, "BATCH", BATCH)


@pytest.fixture(scope="module")
def sheets(standing_db):
    """Sheets with much to say, some of them in Lombardy."""
    tree, ministry = site_tree(), a_ministry()
    for number in range(MANY):
        open_sheet(
            tree,
            grantor=ministry,
            title=f"Bando {number:03}",
            regions=["ITC4"] if number < FEW else ["ITI4"],
            dates_note="Molte parole. " * 1000,
            requirements=[("requirement", {"text": "Sede in Italia. " * 200, "level": "needed"})],
        )


@pytest.fixture(scope="module")
def standing_index(sheets, tmp_path_factory):
    return index_of_pages(tmp_path_factory)


@pytest.fixture
def catalogue(search_index, small_batches, today):
    pass


def run(client, name: str, query: str = "") -> int:
    """Takes the file piece by piece and keeps nothing; its length."""
    response = client.get(f"/it/bandi/{name}?{query}")
    return sum(len(piece) for piece in response.streaming_content)


@pytest.mark.parametrize("name", FILES)
def test_the_first_piece_comes_before_any_sheet_is_read(catalogue, client, name):
    read = f'FROM "{FundingSheetPage._meta.db_table}"'
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(f"/it/bandi/{name}")
        next(iter(response.streaming_content))
    assert not [query for query in queries if read in query["sql"]]
    response.close()


@pytest.mark.parametrize("name", FILES)
def test_memory_does_not_grow_with_the_rows(catalogue, client, name):
    def once(query: str) -> tuple[int, int]:
        gc.collect()
        tracemalloc.start()
        try:
            length = run(client, name, query)
            return length, tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    def peak(query: str) -> tuple[int, int]:
        """The lowest of three: what another thread of the process takes meanwhile counts as well."""
        return min((once(query) for _ in range(3)), key=itemgetter(1))

    run(client, name)  # whatever is made once only
    short, low = peak("region=ITC4")
    long, high = peak("")
    assert long > 3 * short
    assert high < 1.25 * low


@pytest.mark.parametrize("name", FILES)
def test_no_more_than_a_batch_of_sheets_or_two_is_alive(catalogue, client, name, monkeypatch):
    alive, most = weakref.WeakSet(), 0
    load = batching.sheets_for_exports

    def count(*args):
        nonlocal most
        sheets = load(*args)
        alive.update(sheets)
        most = max(most, len(alive))
        return sheets

    monkeypatch.setattr(batching, "sheets_for_exports", count)
    monkeypatch.setattr(FundingSheetPage, "__hash__", object.__hash__)
    run(client, name)
    assert BATCH <= most <= 2 * BATCH


@pytest.mark.parametrize("name", FILES)
def test_the_database_is_asked_by_the_batch(catalogue, client, name):
    run(client, name)
    with CaptureQueriesContext(connection) as few:
        run(client, name, "region=ITC4")
    with CaptureQueriesContext(connection) as many:
        run(client, name)
    batches = (MANY - FEW) // BATCH
    assert len(many) - len(few) == 2 * batches
    assert len(few) <= 2 * (FEW // BATCH) + 6


def test_the_page_cache_lets_a_file_through_piece_by_piece(catalogue):
    from django.core.handlers.wsgi import WSGIHandler
    from django.test import RequestFactory

    from delivery.page_cache import PageCache

    pieces_made = []

    class Watching(WSGIHandler):
        def get_response(self, request):
            response = super().get_response(request)
            made = response.streaming_content
            response.streaming_content = (pieces_made.append(piece) or piece for piece in made)
            return response

    environ = RequestFactory().get("/it/bandi/export.csv").environ
    answer = PageCache(Watching())(environ, lambda status, headers, exc_info=None: None)
    pieces = iter(answer)
    assert next(pieces).startswith(b"\xef\xbb\xbf")
    assert len(pieces_made) == 1
    answer.close()
