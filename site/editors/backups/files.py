"""The files of a site: what was uploaded, on disk or in an object storage, and what imports keep."""

import hashlib
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage, default_storage

from .manifest import PIECE, BackupError, digest_of


def places() -> dict[str, Storage]:
    """By folder of the backup. What lies on disk belongs to ``DATA_DIR``."""
    return {
        "media": default_storage,
        "imports": FileSystemStorage(location=settings.DATA_DIR / "imports"),
    }


def names(storage: Storage, folder: str = "") -> Iterator[str]:
    """Of all files, in every folder."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    prefix = f"{folder}/" if folder else ""
    yield from (f"{prefix}{name}" for name in files if name)
    for name in folders:
        yield from names(storage, f"{prefix}{name}")


def keep(storage: Storage, name: str, target: Path) -> list | None:
    """Copy a file; its size and digest, or None if it is not there any more."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    try:
        with storage.open(name) as source, target.open("wb") as file:
            while piece := source.read(PIECE):
                file.write(piece)
                digest.update(piece)
                size += len(piece)
    except FileNotFoundError:
        return None
    return [size, digest.hexdigest()]


class Restored:
    """The files of one place: put beside those that are there, and only at the end in their stead."""

    def __init__(self, storage: Storage, source: Path, named: Iterable[str]):
        self.storage, self.source, self.names = storage, source, list(named)

    def stage(self) -> None:
        raise NotImplementedError

    def swap(self) -> None:
        raise NotImplementedError

    def undo(self) -> None:
        """Everything is as it was before."""

    def finish(self) -> None:
        """Take away what is needed no longer."""


class OnDisk(Restored):
    """A folder takes another one's place."""

    def __init__(self, *args):
        super().__init__(*args)
        self.place = Path(self.storage.location)
        self.new = self.place.with_name(f"{self.place.name}.restoring")
        self.old = self.place.with_name(f"{self.place.name}.before")

    def stage(self) -> None:
        if self.place.is_mount():
            raise BackupError(f"{self.place} is a volume of its own: mount the folder above it instead.")
        for left in (self.new, self.old):
            shutil.rmtree(left, ignore_errors=True)
        self.new.mkdir(parents=True)
        for name in self.names:
            target = self.new / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.source / name, target)

    def swap(self) -> None:
        if self.place.exists():
            self.place.rename(self.old)
        self.new.rename(self.place)

    def undo(self) -> None:
        if self.old.exists():
            shutil.rmtree(self.place, ignore_errors=True)
            self.old.rename(self.place)
        elif not self.new.exists():
            shutil.rmtree(self.place, ignore_errors=True)  # there was none before
        shutil.rmtree(self.new, ignore_errors=True)

    def finish(self) -> None:
        shutil.rmtree(self.old, ignore_errors=True)


class InObjectStorage(Restored):
    """Names there belong to one content each, so new ones harm nobody; what differs is written at the end.
    What the backup does not have stays in the bucket, and no row names it."""

    def stage(self) -> None:
        self.differing = []
        for name in self.names:
            if not self.storage.exists(name):
                self._put(name)
            elif not self._is_same(name):
                self.differing.append(name)

    def swap(self) -> None:
        for name in self.differing:
            self.storage.delete(name)
            self._put(name)

    def _put(self, name: str) -> None:
        with (self.source / name).open("rb") as file:
            if self.storage.save(name, File(file)) != name:
                raise BackupError(f"{name} could not be stored: somebody else wrote it meanwhile.")

    def _is_same(self, name: str) -> bool:
        path = self.source / name
        if self.storage.size(name) != path.stat().st_size:
            return False
        with self.storage.open(name) as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest_of(path)


def restored(storage: Storage, source: Path, named: Iterable[str]) -> Restored:
    kind = OnDisk if isinstance(storage, FileSystemStorage) else InObjectStorage
    return kind(storage, source, named)
