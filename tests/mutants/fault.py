"""A fault put into the code on purpose, and the subjects that faults are listed by."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Fault:
    """In ``path`` the text ``right``, which stands there once, becomes ``wrong``; ``tests`` must notice.

    ``excuse`` says why nothing can notice it, where that is so.
    """

    path: str
    right: str
    wrong: str
    tests: tuple[str, ...]
    excuse: str = ""

    @property
    def name(self) -> str:
        """One line to know it by."""
        return f"{self.path}: {' '.join(self.right.split())} → {' '.join(self.wrong.split()) or 'nothing'}"

    def break_in(self, root: Path) -> str:
        """Put the fault into the copy of the code at ``root``; returns the text of the file before."""
        file = root / self.path
        text = file.read_text()
        if text.count(self.right) != 1:
            raise ValueError(f"{self.path} must hold exactly once: {self.right}")
        file.write_text(text.replace(self.right, self.wrong))
        return text


def listed(path: str, tests: str, *pairs: tuple[str, str]) -> list[Fault]:
    """Faults of one module; ``tests`` are files or folders under ``tests/``, parted by blanks."""
    noticing = tuple(f"tests/{name}" for name in tests.split())
    return [Fault(path, right, wrong, noticing) for right, wrong in pairs]


def all_faults() -> Iterator[Fault]:
    """Those of every module in ``subjects``, which each have a list ``FAULTS``."""
    for module in iter_modules([str(Path(__file__).parent / "subjects")]):
        yield from import_module(f"tests.mutants.subjects.{module.name}").FAULTS
