"""The web server reloads and ends without losing a request, and unfinished requests shut nobody out."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.services.programs import free_port
from tests.services.scratch_site import ROOT
from tests.services.web import alive, wait_until, web_server

HALF_OPEN = 120


@pytest.fixture(scope="module")
def server(tmp_path_factory, django_db_setup):
    with web_server(tmp_path_factory.mktemp("web")) as server:
        yield server


@pytest.mark.parametrize(
    "begun",
    [
        b"GET /it/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-a: ",
        b"POST /it/contatti/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nname=",
        b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n\r\n",
    ],
    ids=["head", "form", "body"],
)
def test_unfinished_requests_shut_nobody_out(server, begun):
    with ExitStack() as opened:
        for _ in range(HALF_OPEN):
            opened.enter_context(server.connect()).sendall(begun)
        for _ in range(4):
            assert server.status("/health/live") == 200
    # All that has been held is free again.
    with server.connect() as connection:
        connection.sendall(b"POST /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\n\r\na=1")
        assert connection.recv(100).split(b" ")[1] == b"200"


def test_an_address_of_more_than_64_kilobytes_is_refused_as_too_long(server):
    assert server.status(f"/health/live?q={'a' * 60_000}") == 200
    assert server.status(f"/health/live?q={'a' * 66_000}") == 414


def test_a_reload_loses_no_request_and_brings_new_processes(server):
    before, found, over = set(server.workers()), [], threading.Event()

    def ask():
        while not over.wait(0.05):
            found.append(server.status("/health/live"))

    asking = threading.Thread(target=ask)
    asking.start()
    os.kill(server.process.pid, signal.SIGHUP)
    assert wait_until(lambda: len(server.workers()) == 2 and before.isdisjoint(server.workers()))
    over.set()
    asking.join()
    assert set(found) == {200}


def test_a_killed_process_is_replaced_also_right_after_its_start(server):
    # All but the first are killed while they load the site.
    for _ in range(4):
        killed = max(server.workers(), key=began)
        os.kill(killed, signal.SIGKILL)
        assert wait_until(lambda gone=killed: len(server.workers()) == 2 and gone not in server.workers())
    assert server.status("/health/live") == 200
    assert server.process.poll() is None


def began(process: int) -> int:
    """When it was started, in ticks of the machine."""
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[19])


def test_what_is_being_answered_at_the_end_is_answered(tmp_path, django_db_setup):
    with web_server(tmp_path, WEB_WORKERS="1") as server:
        found = []
        asking = threading.Thread(target=lambda: found.append(server.status("/admin/login/")))
        asking.start()
        # The first page after the start is slow enough to be under way.
        wait_until(lambda: False, 0.05)
        server.process.terminate()
        assert server.process.wait(60) == 0
        asking.join()
        assert found == [200]


def test_no_process_goes_on_without_the_first_one(tmp_path, django_db_setup):
    with web_server(tmp_path) as server:
        workers = server.workers()
        assert len(workers) == 2
        server.process.kill()
        assert wait_until(lambda: not any(map(alive, workers)))


@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        ("WEB_WORKERS", "many", "WEB_WORKERS is 'many': give a whole number from 1 to 64."),
        ("WEB_WORKERS", "0", "WEB_WORKERS is '0': give a whole number from 1 to 64."),
        ("PORT", "http", "PORT is 'http': give a whole number from 1 to 65535."),
    ],
)
def test_a_wrong_setting_is_told_in_a_line(setting, value, told):
    variables = os.environ | {"PORT": str(free_port()), setting: value}
    command = [sys.executable, "-m", "portal.server"]
    ended = subprocess.run(command, env=variables, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr.strip()) == (1, told)


def test_a_port_that_is_taken_is_told_in_a_line(server):
    variables = os.environ | {"PORT": str(server.port)}
    command = [sys.executable, "-m", "portal.serve"]
    ended = subprocess.run(command, env=variables, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert ended.stderr.strip().endswith("set PORT, or HOST, to another.")
    assert len(ended.stderr.strip().splitlines()) == 1
