"""Opening an index, following what others commit to it, and noticing damage before it does any."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tantivy import Index, Schema

from search.engines.base import IndexDamaged
from search.language.analysis import Analysis, analysis_of

from .schema import register_analysis

Signature = tuple[int, ...]


@dataclass
class Opened:
    """An index as this process has it open, with the files that it was opened on."""

    index: Index
    schema: Schema
    analysis: Analysis
    folder: Path
    meta: Signature
    files: dict[Path, Signature]

    @classmethod
    def of(cls, folder: Path, language: str) -> Self:
        # Signatures before opening: what changes in between is noticed at the next look.
        meta, files = signature(folder / "meta.json"), _files(folder)
        index = prepared(Index.open(str(folder)), language)
        index.reload()
        return cls(index, index.schema, analysis_of(language), folder, meta, files)

    def refresh(self) -> None:
        """Follow what others have committed. Tantivy never alters a file: one that differs is damage,
        noticed before its mapped pages are touched, since reading those of a shortened file is fatal."""
        found = {path: signature(path) for path in self.files}
        # After the files: another process takes away what it has merged once its commit is in there.
        meta = signature(self.folder / "meta.json")
        if not meta or any(now and now != self.files[path] for path, now in found.items()):
            raise IndexDamaged(f"Files of the index in {self.folder.name} have been altered.")
        if meta != self.meta:
            files = _files(self.folder)
            self.index.reload()
            self.meta, self.files = meta, files
        elif not all(found.values()):
            raise IndexDamaged(f"Files of the index in {self.folder.name} are missing.")


def prepared(index: Index, language: str) -> Index:
    """The index, ready for its language, read anew only when we say so: a watcher of Tantivy's own would
    open files in the background, where damage cannot be noticed first."""
    register_analysis(index, language)
    index.config_reader("manual")
    return index


def signature(path: Path) -> Signature:
    """Tells whether a file is still the one that it was; empty where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _files(folder: Path) -> dict[Path, Signature]:
    """The files of the segments that are committed, which are written once and never change. Others may be in
    the making: a writer fills them and merges them while we look."""
    segments = json.loads((folder / "meta.json").read_text())["segments"]
    committed = {segment["segment_id"].replace("-", "") for segment in segments}
    return {path: signature(path) for path in folder.iterdir() if path.name.partition(".")[0] in committed}
