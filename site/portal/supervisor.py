"""Keeps processes running: one that ends is started again, after longer pauses where that repeats."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

MAX_PAUSE_SECONDS = 30.0
WELL_SECONDS = 60.0  # one that ran for so long is started again at once
STOP_SECONDS = 40.0  # for all of them together; then they are killed
LOOK_SECONDS = 0.2
PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


def end_with_parent(parent: int) -> None:
    """Let this process be told to end (SIGTERM) when ``parent``, which has started it, is killed: it would go
    on with the port and the code of before, and nobody would look after it. Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)


class Supervised:
    """One command, and when it may be started again."""

    def __init__(self, name: str, command: list[str]):
        self.name, self.command = name, command
        self.process: subprocess.Popen | None = None
        self._pause, self._began, self._start_at = 0.0, 0.0, 0.0

    def look(self) -> None:
        """Start it where it does not run and its pause is over."""
        if self.process and self.process.poll() is not None:
            self._ended(self.process.returncode)
        if self.process is None and time.monotonic() >= self._start_at:
            self.process = subprocess.Popen(self.command, preexec_fn=partial(end_with_parent, os.getpid()))
            self._began = time.monotonic()

    def _ended(self, code: int) -> None:
        ran = time.monotonic() - self._began
        self._pause = 0.0 if ran >= WELL_SECONDS else min(max(1.0, self._pause * 2), MAX_PAUSE_SECONDS)
        self._start_at = time.monotonic() + self._pause
        self.process = None
        told = f"The {self.name} ended with {code}; it is started again in {self._pause:.0f} s."
        print(told, file=sys.stderr, flush=True)

    def signal(self, number: int) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)


class Supervisor:
    """Runs commands by name until SIGTERM or SIGINT; SIGHUP is handed to the one named ``reloaded``."""

    def __init__(self, commands: dict[str, list[str]], reloaded: str):
        self.children = [Supervised(name, command) for name, command in commands.items()]
        self._reloaded = next(child for child in self.children if child.name == reloaded)
        self._stopping = False

    def run(self, told: Callable[[], bool] = lambda: True) -> None:
        """``told`` is called again and again until it returns True."""
        is_told = False
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        signal.signal(signal.SIGHUP, lambda *_: self._reloaded.signal(signal.SIGHUP))
        while not self._stopping:
            for child in self.children:
                child.look()
            is_told = is_told or told()
            time.sleep(LOOK_SECONDS)
        self._end()

    def _stop(self, *_args) -> None:
        self._stopping = True

    def _end(self) -> None:
        """Each ends what it is at. What a killed worker leaves is taken up at the next start."""
        for child in self.children:
            child.signal(signal.SIGTERM)
        end = time.monotonic() + STOP_SECONDS
        for child in self.children:
            if child.process:
                try:
                    child.process.wait(max(0.0, end - time.monotonic()))
                except subprocess.TimeoutExpired:
                    child.process.kill()
                    child.process.wait()
