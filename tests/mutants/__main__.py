"""``make mutants``: puts each listed fault into a copy of the code and runs the tests that must notice it.

``python -m tests.mutants [WORD]`` tries those whose line holds WORD. One line for each fault; ends with 1
where fewer than nine in ten are noticed. Tests that fail without a fault are told first.
"""

import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Queue

from .fault import ROOT, Fault, all_faults

COPIES = 2  # one for each processor of a small machine
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "var", "__pycache__")
MAX_RUN = 600  # seconds; a fault that makes the tests hang is noticed as well
MIN_NOTICED = 0.9


def main(word: str = "") -> int:
    faults = [fault for fault in all_faults() if word in fault.name]
    copies: Queue[Path] = Queue()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(COPIES) as pool:
        for number in range(COPIES):
            copies.put(Path(shutil.copytree(ROOT, Path(folder, str(number)), ignore=LEFT_OUT, symlinks=True)))
        if red := [
            tests
            for tests, seen in pool.map(lambda tests: (tests, _fails(copies, tests)), _runs(faults))
            if seen
        ]:
            print("These tests fail without a fault:", *red, sep="\n")
            return 1
        noticed = list(pool.map(lambda fault: _tried(copies, fault), faults))
    counted = [seen for fault, seen in zip(faults, noticed, strict=True) if seen or not fault.excuse]
    print(f"{sum(counted)} of {len(faults)} faults noticed, {len(faults) - len(counted)} excused")
    return 0 if sum(counted) >= MIN_NOTICED * len(counted) else 1


def _runs(faults: list[Fault]) -> list[tuple[str, ...]]:
    """Each set of tests once."""
    return list(dict.fromkeys(fault.tests for fault in faults))


def _tried(copies: Queue[Path], fault: Fault) -> bool:
    """Whether the fault was noticed; tells it."""
    seen = _fails(copies, fault.tests, fault)
    print("noticed " if seen else f"MISSED ({fault.excuse or 'no test'})", fault.name, flush=True)
    return seen


def _fails(copies: Queue[Path], tests: tuple[str, ...], fault: Fault | None = None) -> bool:
    """Whether a test fails in a copy, with or without a fault in it."""
    copy = copies.get()
    before = fault and fault.break_in(copy)
    try:
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:randomly", *tests]
        return subprocess.run(command, cwd=copy, capture_output=True, timeout=MAX_RUN).returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        if fault:
            (copy / fault.path).write_text(before)
        copies.put(copy)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
