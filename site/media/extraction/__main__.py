"""The process that reads: limits first, then the file, then one line of JSON."""

import json
import os
import resource
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from . import CPU_SECONDS, MEMORY, Reason, Refused, Text

# Module and function for each kind: each loads its own library and no other.
READERS = {
    "pdf": ("pdf", "read"),
    "docx": ("office", "read_docx"),
    "odt": ("office", "read_odt"),
    "txt": ("plain", "read_text"),
    "html": ("plain", "read_html"),
}


def main(path: str, kind: str) -> None:
    """Print ``{"text", "cut"}``, or ``{"refused", "detail"}``."""
    _limit()
    try:
        result = asdict(_read(Path(path), kind))
    except Refused as refusal:
        result = {"refused": refusal.reason, "detail": refusal.detail}
    except MemoryError:
        result = {"refused": Reason.TOO_HEAVY, "detail": ""}
    except Exception as error:  # whatever a library makes of a file that is not in order
        result = {"refused": Reason.BROKEN, "detail": f"{type(error).__name__}: {error}"[:500]}
    sys.stdout.buffer.write(json.dumps(result).encode())


def _limit() -> None:
    """The process may use so much memory and so much of a processor; it writes no file and gives way."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(10)


def _read(path: Path, kind: str) -> Text:
    if not path.stat().st_size:
        raise Refused(Reason.EMPTY)
    module, function = READERS[kind]
    return getattr(import_module(f"media.extraction.{module}"), function)(path)


if __name__ == "__main__":
    main(*sys.argv[1:3])
