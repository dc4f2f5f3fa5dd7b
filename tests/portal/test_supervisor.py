"""A process that ends is started again; a signal to end reaches them all."""

import os
import signal
import subprocess
import sys
import time

from portal.supervisor import MAX_PAUSE_SECONDS, Supervised

RUN = """
import sys
from portal.supervisor import Supervisor
lives = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
Supervisor({"sleeper": [sys.executable, "-c", lives]}, reloaded="sleeper").run()
"""


def test_what_keeps_ending_is_started_again_after_ever_longer_pauses(monkeypatch, capsys):
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    child = Supervised("worker", [sys.executable, "-c", ""])
    pauses = []
    for _ in range(8):
        child.look()
        child.process.wait()
        child.look()
        pauses.append(child._pause)
        now[0] += child._pause
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 30]
    assert max(pauses) == MAX_PAUSE_SECONDS
    assert "The worker ended with 0; it is started again in 1 s." in capsys.readouterr().err


def test_one_that_ran_for_long_is_started_again_at_once(monkeypatch, capsys):
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    child = Supervised("worker", [sys.executable, "-c", ""])
    child.look()
    child.process.wait()
    now[0] += 3600
    child.look()
    assert child.process and child._pause == 0
    child.process.wait()


def _begin():
    running = subprocess.Popen([sys.executable, "-c", RUN], stdout=subprocess.PIPE, text=True)
    return running, int(running.stdout.readline())


def _is_gone(pid: int) -> bool:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_it_ends_what_it_runs():
    running, child = _begin()
    running.send_signal(signal.SIGTERM)
    assert running.wait(30) == 0
    assert _is_gone(child)


def test_what_it_runs_ends_with_it_when_it_is_killed():
    running, child = _begin()
    running.kill()
    running.wait(30)
    assert _is_gone(child)
