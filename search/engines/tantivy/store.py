"""The index of one language on disk: finding it, opening it, noticing damage, replacing it.

it/current.json     names the folder in use and the rules by which it was made
it/<folder>/        Tantivy's files
it/write.lock       held by whoever changes the index
it/rebuild.lock     held while a new one is being filled
"""

import json
import logging
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from tantivy import Index, IndexWriter, Schema

from search.engines.base import EngineUnavailable, IndexDamaged

from .analysis import Analysis, analysis_of
from .locks import file_lock, is_locked
from .schema import build_schema, edition, register_analysis

logger = logging.getLogger(__name__)

HEAP = 15_000_000  # the least that Tantivy allows, and plenty for a page at a time
REBUILD_HEAP = 64_000_000
WRITE_WAIT = 5.0
SWAP_WAIT = 30.0


@dataclass
class Opened:
    """An index as this process has it open, with the files that it was opened on."""

    index: Index
    schema: Schema
    analysis: Analysis
    folder: Path
    pointer: tuple
    meta: tuple
    files: dict[str, tuple]


@contextmanager
def noticing_damage() -> Iterator[None]:
    """Turn what Tantivy raises over a broken index into ``IndexDamaged``.

    It panics over some kinds of damage; a panic is no ``Exception``, and no class to name in Python.
    """
    try:
        yield
    except (OSError, ValueError) as error:
        raise IndexDamaged(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise IndexDamaged(str(error)) from error


class Store:
    """Opens the index of a language for reading and writing. Safe between threads and processes."""

    def __init__(self, root: Path, language: str):
        self.language = language
        self.folder = Path(root) / language
        self.write_lock = self.folder / "write.lock"
        self.rebuild_lock = self.folder / "rebuild.lock"
        self._pointer = self.folder / "current.json"
        self._opened: Opened | None = None
        self._opening = Lock()

    def reader(self) -> Opened:
        """The index as it is now: another process's changes are seen, damage is noticed."""
        with self._opening, noticing_damage():
            if self._opened is None or _signature(self._pointer) != self._opened.pointer:
                self._opened = self._open()
            else:
                self._refresh(self._opened)
            return self._opened

    @contextmanager
    def writer(self) -> Iterator[tuple[IndexWriter, Schema]]:
        """A writer on the index in use, which waits its turn; commits on leaving."""
        with file_lock(self.write_lock, WRITE_WAIT):
            opened = self.reader()
            with _committing(opened.index, HEAP) as writer:
                yield writer, opened.schema

    @contextmanager
    def replacement(self) -> Iterator[tuple[IndexWriter, Schema]]:
        """A writer on a new index, which takes the old one's place on leaving without an exception."""
        with file_lock(self.rebuild_lock, WRITE_WAIT):
            fresh = self.folder / uuid.uuid4().hex
            fresh.mkdir()
            try:
                index = _quiet(Index(build_schema(), path=str(fresh)), self.language)
                with _committing(index, REBUILD_HEAP) as writer:
                    yield writer, index.schema
                with file_lock(self.write_lock, SWAP_WAIT):
                    self._point_to(fresh)
            except BaseException:
                shutil.rmtree(fresh, ignore_errors=True)
                raise
            self._sweep(fresh)

    def being_replaced(self) -> bool:
        return is_locked(self.rebuild_lock)

    def _open(self) -> Opened:
        try:
            current = json.loads(self._pointer.read_text())
            folder, made_by = self.folder / Path(current["folder"]).name, current["edition"]
        except FileNotFoundError as error:
            raise IndexDamaged(f"There is no index for “{self.language}” yet.") from error
        except (ValueError, KeyError, TypeError) as error:
            raise IndexDamaged(f"{self._pointer.name} cannot be read.") from error
        if made_by != edition(self.language):
            raise IndexDamaged(f"The index for “{self.language}” was made by an earlier edition.")
        # Signatures before opening: what changes in between is noticed at the next look.
        pointer, meta, files = _signature(self._pointer), _signature(folder / "meta.json"), _files(folder)
        index = _quiet(Index.open(str(folder)), self.language)
        index.reload()
        return Opened(index, index.schema, analysis_of(self.language), folder, pointer, meta, files)

    def _refresh(self, opened: Opened) -> None:
        """Follow what others have committed. Tantivy never alters a file: one that differs is damage,
        noticed before its mapped pages are touched, since reading those of a shortened file is fatal."""
        meta, files = _signature(opened.folder / "meta.json"), _files(opened.folder)
        kept = opened.files.keys() & files.keys()
        if not meta or any(files[name] != opened.files[name] for name in kept):
            self._opened = None
            raise IndexDamaged(f"Files of the index for “{self.language}” have been altered.")
        if meta != opened.meta:
            opened.index.reload()
            opened.meta, opened.files = meta, files
        elif len(kept) < len(opened.files):
            self._opened = None
            raise IndexDamaged(f"Files of the index for “{self.language}” are missing.")

    def _point_to(self, folder: Path) -> None:
        draft = self._pointer.with_suffix(".new")
        draft.write_text(json.dumps({"folder": folder.name, "edition": edition(self.language)}))
        draft.replace(self._pointer)

    def _sweep(self, kept: Path) -> None:
        """Remove the folders out of use; a process that still reads one has its files mapped."""
        for folder in self.folder.iterdir():
            if folder.is_dir() and folder != kept:
                shutil.rmtree(folder, ignore_errors=True)


def _quiet(index: Index, language: str) -> Index:
    """The index, ready for its language, read anew only when we say so: a watcher of Tantivy's own would
    open files in the background, where damage cannot be noticed first."""
    register_analysis(index, language)
    index.config_reader("manual")
    return index


@contextmanager
def _committing(index: Index, heap: int) -> Iterator[IndexWriter]:
    try:
        writer = index.writer(heap, 1)
    except ValueError as error:  # Tantivy's own lock: a writer that knows nothing of ours
        raise EngineUnavailable(str(error)) from error
    try:
        yield writer
    except BaseException:
        with suppress(ValueError):
            writer.rollback()
        raise
    with noticing_damage():
        writer.commit()
        writer.wait_merging_threads()


def _signature(path: Path) -> tuple:
    try:
        found = path.stat()
    except FileNotFoundError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _files(folder: Path) -> dict[str, tuple]:
    """The files that hold the index, which are written once and never change."""
    return {
        path.name: _signature(path)
        for path in folder.iterdir()
        if not path.name.startswith(".") and path.name != "meta.json"
    }
