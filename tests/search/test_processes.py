"""Several processes share one index: writers take turns, readers see what others have committed."""

import os
import subprocess
import sys
from pathlib import Path

from search.engines.tantivy import TantivyEngine
from search.query import SearchQuery
from tests.factories.search import document

ROOT = Path(__file__).resolve().parents[2]

WRITER = """
import sys
from pathlib import Path
from search.engines.tantivy import TantivyEngine
from tests.factories.search import document

engine, first = TantivyEngine(Path(sys.argv[1])), int(sys.argv[2])
for number in range(first, first + 10):
    with engine.changes("it") as changes:
        changes.put([document("Museo", page_id=number)])
"""


def start_writer(folder, first):
    path = os.pathsep.join([str(ROOT), str(ROOT / "site"), os.environ.get("PYTHONPATH", "")])
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(first)], env={**os.environ, "PYTHONPATH": path}
    )


def test_two_writers_take_turns_and_a_reader_sees_both(tmp_path):
    engine = TantivyEngine(tmp_path)
    with engine.rebuild("it") as changes:
        changes.put([document("Museo", page_id=1)])
    assert engine.search(SearchQuery("it", "museo")).total == 1
    writers = [start_writer(tmp_path, first) for first in (100, 200)]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert engine.search(SearchQuery("it", "museo")).total == 21


def test_a_reader_follows_an_index_that_another_one_replaced(tmp_path):
    reader, writer = TantivyEngine(tmp_path), TantivyEngine(tmp_path)
    for title in ("Uno", "Due", "Tre"):
        with writer.rebuild("it") as changes:
            changes.put([document(title)])
        assert [hit.title for hit in reader.search(SearchQuery("it")).hits] == [title]
    with writer.changes("it") as changes:
        changes.put([document("Quattro")])
    assert reader.search(SearchQuery("it")).total == 2


def test_who_searches_while_another_writes_and_merges_never_takes_it_for_damage(tmp_path):
    engine = TantivyEngine(tmp_path)
    with engine.rebuild("it") as changes:
        changes.put([document("Museo", page_id=1, body="parola " * 2000)])
    writers = [start_writer(tmp_path, first) for first in (100, 200)]
    while any(writer.poll() is None for writer in writers):
        assert engine.search(SearchQuery("it", "museo")).total >= 1
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert engine.search(SearchQuery("it", "museo")).total == 21
