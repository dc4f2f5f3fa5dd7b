"""With a shared cache, what one web process has made or changed the others know at once."""

import subprocess
import sys

import pytest

from tests.services.programs import valkey
from tests.services.scratch_site import ROOT, Site


@pytest.fixture(scope="module")
def processes(say, tmp_path_factory):
    """Two web processes of one site; each is asked by a line and answers how often Django was asked in it."""
    with valkey(say) as url:
        site = Site(tmp_path_factory.mktemp("valkey"), CACHE_URL=url)
        site.make()
        running = [_start(site) for _ in range(2)]
        yield [lambda line, process=process: _ask(process, line) for process in running]
        for process in running:
            process.stdin.close()
            process.wait(20)


def _start(site: Site) -> subprocess.Popen:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    command = [sys.executable, "-m", "tests.services.sharing"]
    return subprocess.Popen(command, cwd=ROOT, env=site.environment, text=True, **pipes)


def _ask(process: subprocess.Popen, line: str) -> int:
    print(line, file=process.stdin, flush=True)
    return int(process.stdout.readline())


def test_a_page_made_by_one_process_is_given_by_the_other_until_something_is_published(processes):
    one, other = processes
    assert one("/it/notizie/") == 1
    assert other("/it/notizie/") == 0
    assert one("publish") == 1
    assert other("/it/notizie/") == 1
    assert one("/it/notizie/") == 1
