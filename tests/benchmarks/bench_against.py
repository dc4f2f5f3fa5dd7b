"""``python -m tests.benchmarks.bench_against [revision]``: pages that no cache has, against another release.

Each release has its demonstration content in a database of its own, and a process that is asked through the
whole WSGI application, as a browser asks: middleware, view, template, compression. The two are asked in turn,
so that whatever else the machine does slows down both; the processor's time counts, not the clock's. The
other release is checked out beside and runs with the libraries of this environment.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from portal.environment import ROOT

from .scratch import environment

FIRST_TESTED = "19c45af"  # version 0.4.1
ROUNDS, WARM_UP = 60, 3
MAX_RATIO, MAX_SQL = 1.0, 16
ANSWERING = Path(__file__).with_name("uncached.py")
# Before `portal.prepare` there was, `portal.serve` did it.
PREPARE = """
from importlib.util import find_spec
if find_spec("portal.prepare"):
    from portal.prepare import main
    main()
else:
    from portal.serve import _prepare
    _prepare(reload=False)
"""
PAGES = {
    "home": "/it/",
    "home, English": "/en/",
    "finder": "/it/bandi/",
    "finder, filtered": "/it/bandi/?region=ITI4&size=micro",
    "sheet": "/it/bandi/cultura-cresce/",
    "another sheet": "/it/bandi/nuova-marcora/",
    "news": "/it/notizie/",
    "events": "/it/eventi/",
    "projects": "/it/progetti/",
    "stories": "/it/storie/",
    "search": "/it/cerca/?q=museo",
}
Ask = Callable[[str], dict]


def main(revision: str = FIRST_TESTED) -> None:
    if not _git("cat-file", "-e", f"{revision}^{{commit}}"):
        print(f"not run: {revision} is not in this clone; git fetch --unshallow brings all revisions")
        return
    with tempfile.TemporaryDirectory(prefix="bench-against-") as name:
        folder = Path(name)
        with checked_out(revision, folder / "code") as code:
            for root, site in ((code, folder / "then"), (ROOT, folder / "now")):
                _run(root, site, "-m", "portal.messages", "compile")
                _run(root, site, "-c", PREPARE)
            with asked(code, folder / "then") as then, asked(ROOT, folder / "now") as now:
                report(revision, compared(then, now))


def compared(then: Ask, now: Ask) -> dict[str, tuple[list[dict], list[dict]]]:
    """What each page took, by turns: in the other release, and in this one."""
    found: dict[str, tuple[list[dict], list[dict]]] = {name: ([], []) for name in PAGES}
    for round_ in range(-WARM_UP, ROUNDS):
        for name, path in PAGES.items():
            turns = [(then, found[name][0]), (now, found[name][1])]
            for ask, answers in turns if round_ % 2 else reversed(turns):
                answer = ask(path)
                if not answer["status"].startswith("200"):
                    raise RuntimeError(f"{path}: {answer['status']}")
                if round_ >= 0:
                    answers.append(answer)
    return found


def report(revision: str, found: dict[str, tuple[list[dict], list[dict]]]) -> None:
    """Milliseconds of the processor's time: of the other release, of this one, and the ratio."""
    print(f"{'uncached page':<18}{'median of ' + revision[:7]:>18}{'now':>8}{'ratio':>7}", end="")
    print(f"{'lowest':>9}{'now':>8}{'ratio':>7}{'SQL':>5}")
    for name, (then, now) in found.items():
        median, lowest = row(statistics.median, then, now), row(min, then, now)
        queries = max(one["queries"] for one in now)
        missed = "" if median[2] <= MAX_RATIO and queries <= MAX_SQL else "  MISSED"
        print("{:<18}{:>18.1f}{:>8.1f}{:>7.2f}".format(name, *median), end="")
        print("{:>9.1f}{:>8.1f}{:>7.2f}{:>5}{}".format(*lowest, queries, missed), flush=True)
    print(f"pledged: the median not above that of {revision[:7]}, at most {MAX_SQL} SQL queries")


def row(measure: Callable, then: list[dict], now: list[dict]) -> tuple[float, float, float]:
    old, new = (measure(one["milliseconds"] for one in answers) for answers in (then, now))
    return old, new, new / old


@contextmanager
def checked_out(revision: str, folder: Path) -> Iterator[Path]:
    """The files of ``revision`` in ``folder``, by `git worktree`."""
    if not _git("worktree", "add", "--detach", str(folder), revision):
        raise RuntimeError(f"git worktree add failed for {revision}")
    try:
        yield folder
    finally:
        _git("worktree", "remove", "--force", str(folder))


@contextmanager
def asked(root: Path, site: Path) -> Iterator[Ask]:
    """A function that has the release at ``root`` answer a path, and tells how that went."""
    # Without the folder of the file on the path: it holds modules of this release.
    command = [sys.executable, "-P", str(ANSWERING)]
    with subprocess.Popen(
        command,
        cwd=root,
        env=_environment(root, site),
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:

        def ask(path: str) -> dict:
            process.stdin.write(f"{path}\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield ask
        process.stdin.close()


def _environment(root: Path, site: Path) -> dict[str, str]:
    """Its own code comes before the code of this release, which is installed."""
    return environment(str(site)) | {"PYTHONPATH": os.pathsep.join([str(root), str(root / "site")])}


def _run(root: Path, site: Path, *arguments: str) -> None:
    command = [sys.executable, *arguments]
    ended = subprocess.run(
        command, cwd=root, env=_environment(root, site), capture_output=True, text=True, check=False
    )
    if ended.returncode:
        raise RuntimeError(f"{arguments} ended with {ended.returncode}:\n{ended.stderr[-3000:]}")


def _git(*arguments: str) -> bool:
    """Whether it went well."""
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    main(*sys.argv[1:2])
