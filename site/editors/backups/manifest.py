"""``manifest.json`` of a backup: what it is of, and every file in it with its size and SHA-256."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath

FORMAT = 1  # of the folder; another one as soon as an older release could not read it
NAME = "manifest.json"
PIECE = 1024 * 1024


class BackupError(Exception):
    """Nothing has been changed; the text says why, in a line."""


@dataclass
class Manifest:
    """``made_at`` is an ISO moment in UTC; ``migrations`` are pairs of application and name; ``counts`` are
    rows by label of the model; ``files`` are by path below the folder (bytes, SHA-256); ``missing`` are
    uploaded files that rows name and that the site itself did not have."""

    release: str
    made_at: str
    engine: str
    migrations: list[list[str]]
    counts: dict[str, int] = field(default_factory=dict)
    files: dict[str, list] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    format: int = FORMAT

    def write(self, folder: Path) -> None:
        held = asdict(self)
        (folder / NAME).write_text(json.dumps(held | {"sha256": _digest(held)}, indent=1, ensure_ascii=False))

    @property
    def known_migrations(self) -> set[tuple[str, str]]:
        return {(label, name) for label, name in self.migrations}


def read(folder: Path) -> Manifest:
    """Raises ``BackupError`` where there is none, or one that was cut short or changed."""
    try:
        held = json.loads((folder / NAME).read_text(encoding="utf-8"))
        stated = held.pop("sha256")
    except FileNotFoundError:
        raise BackupError(f"{folder} is no whole backup: it has no {NAME}.") from None
    except OSError as reason:
        raise BackupError(f"{folder / NAME} cannot be read: {reason.strerror}.") from reason
    except (ValueError, KeyError, AttributeError, TypeError):
        raise BackupError(f"{folder / NAME} is damaged: take another backup.") from None
    if held.get("format") != FORMAT:
        raise BackupError(
            f"{folder} is a backup in format {held.get('format')}, which this release cannot read: "
            f"restore it with release {held.get('release')}."
        )
    if stated != _digest(held):
        raise BackupError(f"{folder / NAME} has been changed: take another backup.")
    return Manifest(**held)


def check_files(folder: Path, manifest: Manifest) -> None:
    """Raises ``BackupError`` for the first file that is missing, cut short or changed."""
    for name, (size, digest) in manifest.files.items():
        path = folder / name
        if ".." in PurePosixPath(name).parts or PurePosixPath(name).is_absolute():
            raise BackupError(f"The backup names a file outside of its folder: {name}.")
        try:
            if path.stat().st_size == size and digest_of(path) == digest:
                continue
        except FileNotFoundError:
            raise BackupError(f"{path} is missing: take another backup.") from None
        except OSError as reason:
            raise BackupError(f"{path} cannot be read: {reason.strerror}.") from reason
        raise BackupError(f"{path} was cut short or changed: take another backup.")


def digest_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def below(manifest: Manifest, part: str) -> Iterator[str]:
    """The names of the files below ``part``, such as "media", without it."""
    return (name.removeprefix(f"{part}/") for name in manifest.files if name.startswith(f"{part}/"))


def _digest(held: dict) -> str:
    return hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()
