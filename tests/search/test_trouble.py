"""A disk that is full and files that may not be touched are told apart from damage, and pass by."""

import errno
import resource
from contextlib import contextmanager

import pytest

from search.engines.base import DiskFull, IndexDamaged, NotAllowed
from search.engines.tantivy import TantivyEngine
from search.engines.tantivy.file_errors import translate_errors
from search.query import SearchQuery
from tests.factories.search import document


@contextmanager
def full_disk():
    """No file may grow, which is what a full disk says of each."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def engine(tmp_path):
    engine = TantivyEngine(tmp_path / "search")
    with engine.rebuild("it") as changes:
        changes.put([document("Museo", page_id=1)])
    return engine


def found(engine, words):
    return engine.search(SearchQuery("it", words)).total


def test_a_full_disk_is_told_and_what_is_there_is_still_found(engine):
    with pytest.raises(DiskFull) as told, full_disk(), engine.changes("it") as changes:
        changes.put([document("Telaio", page_id=2)])
    assert str(told.value) == "The disk of the search index is full."
    assert "sync_search" in told.value.remedy
    assert (found(engine, "museo"), found(engine, "telaio")) == (1, 0)
    # Whoever keeps the error does not keep the index from being written.
    with engine.changes("it") as changes:
        changes.put([document("Telaio", page_id=2)])
    assert found(engine, "telaio") == 1


def test_a_full_disk_ends_a_rebuild_and_leaves_nothing_of_it(engine, tmp_path):
    with pytest.raises(DiskFull), full_disk(), engine.rebuild("it"):
        pass
    assert len([each for each in (tmp_path / "search" / "it").iterdir() if each.is_dir()]) == 1
    assert found(engine, "museo") == 1


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), DiskFull),
        (ValueError('Os { code: 28, kind: StorageFull, message: "No space left on device" }'), DiskFull),
        (PermissionError(errno.EACCES, "Permission denied"), NotAllowed),
        (ValueError("An IO error occurred: 'Read-only file system (os error 30)'"), NotAllowed),
        (ValueError("Expecting property name:\nline 1"), IndexDamaged),
        (FileNotFoundError(errno.ENOENT, "No such file"), IndexDamaged),
    ],
)
def test_each_trouble_is_told_in_a_line(error, told):
    with pytest.raises(told) as raised, translate_errors():
        raise error
    assert "\n" not in str(raised.value)
    assert "manage.py" in raised.value.remedy


def test_what_is_no_trouble_of_files_passes():
    with pytest.raises(ZeroDivisionError), translate_errors():
        raise ZeroDivisionError
