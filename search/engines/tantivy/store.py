"""The index of one language on disk: finding it, opening it, noticing damage, replacing it.

it/<edition>/                the index of the releases with the same rules; others have theirs beside it
it/<edition>/current.json    names the folder in use and the rules by which it was made
it/<edition>/<folder>/       Tantivy's files
it/<edition>/write.lock      held by whoever changes the index
it/<edition>/rebuild.lock    held while a new one is being filled
it/<edition>/missed          a release with other rules has written changes that this index has not heard of
it/<edition>/seen            when a process opened it or wrote to it last
"""

import hashlib
import json
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from tantivy import Index, IndexWriter, Schema

from search.engines.base import Deadline, DiskFull, EngineUnavailable, IndexDamaged, NotAllowed

from .file_errors import translate_errors
from .index_reader import Opened, Signature, prepared, signature
from .locks import file_lock, is_locked
from .schema import build_schema, edition

HEAP_BYTES = 15_000_000  # the least that Tantivy allows, and plenty for a page at a time
REBUILD_HEAP = 64_000_000
WRITE_WAIT = 5.0
SWAP_WAIT = 30.0
KEPT_SECONDS = 24 * 3600


class Store:
    """Opens the index of a language for reading and writing. Safe between threads and processes."""

    def __init__(self, root: Path, language: str):
        self.language = language
        self.editions = Path(root) / language
        digest = hashlib.sha256(edition(language).encode()).hexdigest()[:12]
        self.folder = self.editions / digest
        self.write_lock = self.folder / "write.lock"
        self.rebuild_lock = self.folder / "rebuild.lock"
        self._pointer = self.folder / "current.json"
        self._pointed: Signature = ()
        self._opened: Opened | None = None
        self._opening = Lock()

    def reader(self) -> Opened:
        """The index as it is now: another process's changes are seen, damage is noticed."""
        with self._opening, translate_errors():
            # Given up while it is looked at: one that turns out damaged is opened anew the next time.
            opened, self._opened = self._opened, None
            pointer = signature(self._pointer)
            if opened is None or pointer != self._pointed:
                opened = self._open()
            else:
                opened.refresh()
            self._opened, self._pointed = opened, pointer
            return opened

    @contextmanager
    def writer(self, deadline: Deadline | None = None) -> Iterator[tuple[IndexWriter, Schema]]:
        """A writer on the index in use, which waits its turn; commits on leaving."""
        with file_lock(self.write_lock, min(WRITE_WAIT, deadline.left) if deadline else WRITE_WAIT):
            opened = self.reader()
            with _committing(opened.index, HEAP_BYTES) as writer:
                yield writer, opened.schema
            self._tell_other_editions()

    @contextmanager
    def replacement(self) -> Iterator[tuple[IndexWriter, Schema]]:
        """A writer on a new index, which takes the old one's place on leaving without an exception."""
        with file_lock(self.rebuild_lock, WRITE_WAIT):
            fresh = self.folder / uuid.uuid4().hex
            self.take_missed()  # what comes from now on is missed again
            try:
                with translate_errors():
                    fresh.mkdir(parents=True)
                    index = prepared(Index(build_schema(), path=str(fresh)), self.language)
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

    @property
    def has_missed(self) -> bool:
        """Whether another release has written changes that this index has not heard of."""
        return (self.folder / "missed").exists()

    def take_missed(self) -> bool:
        """The same, and forgets it: whoever asks compares the index with the pages."""
        missed = self.has_missed
        (self.folder / "missed").unlink(missing_ok=True)
        return missed

    def miss(self) -> None:
        """It was not compared after all."""
        (self.folder / "missed").touch()

    def _tell_other_editions(self) -> None:
        with suppress(OSError):
            (self.folder / "seen").touch()
            for folder in self._others():
                (folder / "missed").touch()

    def _others(self) -> list[Path]:
        return [path for path in self.editions.iterdir() if path.is_dir() and path != self.folder]

    def _open(self) -> Opened:
        with suppress(OSError):
            (self.folder / "seen").touch()
        try:
            current = json.loads(self._pointer.read_text())
            folder, made_by = self.folder / Path(current["folder"]).name, current["edition"]
        except FileNotFoundError as error:
            raise IndexDamaged(f"There is no index for “{self.language}” yet.") from error
        except (ValueError, KeyError, TypeError) as error:
            raise IndexDamaged(f"{self._pointer.name} cannot be read.") from error
        if made_by != edition(self.language):
            raise IndexDamaged(f"The index for “{self.language}” was made by an earlier edition.")
        return Opened.of(folder, self.language)

    def _point_to(self, folder: Path) -> None:
        draft = self._pointer.with_suffix(".new")
        with translate_errors():
            draft.write_text(json.dumps({"folder": folder.name, "edition": edition(self.language)}))
            draft.replace(self._pointer)

    def _sweep(self, current: Path) -> None:
        """Remove the folders out of use; a process that still reads one has its files mapped. The index of
        another release stays for a day after it was used last."""
        for folder in self._others():
            seen = folder / "seen"
            if time.time() - (seen if seen.exists() else folder).stat().st_mtime > KEPT_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)
        for folder in self.folder.iterdir():
            if folder.is_dir() and folder != current:
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _committing(index: Index, heap: int) -> Iterator[IndexWriter]:
    with translate_errors():
        try:
            writer = index.writer(heap, 1)
        except ValueError as error:  # Tantivy's own lock: a writer that knows nothing of ours
            if "LockBusy" in str(error):
                raise EngineUnavailable("Another writer holds the search index.") from error
            raise
    try:
        try:
            yield writer
        except BaseException:
            with suppress(ValueError):
                writer.rollback()
            raise
        with translate_errors():
            writer.commit()
    finally:
        _let_go(writer)


def _let_go(writer: IndexWriter) -> None:
    """Tantivy's lock is held as long as the writer lives, which whoever keeps the error of a commit would
    prolong."""
    with suppress(IndexDamaged, DiskFull, NotAllowed), translate_errors():
        writer.wait_merging_threads()
