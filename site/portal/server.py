"""``python -m portal.server``: the web server alone, granian, on ``HOST`` and ``PORT``.

The same in `make run` and in public. SIGHUP starts its processes anew, one after the other, with the code and
the settings that are there then; SIGTERM ends it. Both let what is being answered be answered to its end.
"""

import os
import select
import signal
import socket
import struct
import sys
import time
from collections.abc import Callable
from functools import partial

from django.core.exceptions import ImproperlyConfigured
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.server.mp import MPServer

from portal.environment import whole_number
from portal.supervisor import end_with_parent

MAX_WORKERS = 4
# Of each process; each keeps a connection to the database.
THREADS = 8
MAX_HEAD_MS = 10_000  # in which the head of a request must have come
MAX_IDLE_SECONDS = 600
STOP_SECONDS = 30  # for what is being answered at the end
# Bytes of a head. The server itself answers 414 to an address of more than 65,534.
MAX_HEAD_BYTES = 128 * 1024
MAX_LOAD_SECONDS = 60.0
MAX_FAILED_STARTS = 3  # in a row, of a process that ends by itself before it has loaded the site


class Server(MPServer):
    """Granian, with one socket for all its processes and new ones that have loaded before the old ones end.

    Its own processes have a socket each: connections that wait at one that ends are lost, and while a busy
    machine takes longer to load the site than was foreseen, nobody listens. It would also end altogether when
    a new process is killed within seconds of its start.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.loaded, self.tell_loaded = os.pipe()
        self.failed_starts = [0] * self.workers

    def _init_shared_socket(self):
        super()._init_shared_socket()
        if self._ssp is not None:
            self._shd = self._ssp.build()
            self._sfd = self._shd.get_fd()
            self._ssp = None
            self._sso = socket.socket(fileno=self._sfd)
            self._sso.set_inheritable(True)

    def _respawn_workers(self, workers, spawn_target, target_loader, delay=0):
        for index in workers:
            old = self.wrks[index]
            self.wrks[index] = self._spawn_worker(index, spawn_target, target_loader)
            self.wrks[index].start()
            can_start = self._can_start(self.wrks[index])
            self.failed_starts[index] = 0 if can_start else self.failed_starts[index] + 1
            if self.failed_starts[index] >= MAX_FAILED_STARTS:
                # Granian ends when one that is noted here ends once more within seconds.
                self.respawned_wrks[index] = time.monotonic()
            old.terminate()
            old.join(self.workers_kill_timeout)
            if old.is_alive():
                old.kill()
                old.join()

    def _can_start(self, worker) -> bool:
        """Waits until the process ``worker`` has said that it has loaded the site, or has ended: False where
        it has ended by itself. One that was killed, as where there is no memory, may start the next time."""
        end = time.monotonic() + MAX_LOAD_SECONDS
        while worker.is_alive() and time.monotonic() < end:
            if select.select([self.loaded], [], [], 0.2)[0] and worker._id() in self._newly_loaded():
                return True
        return worker.inner.exitcode == -signal.SIGKILL

    def _newly_loaded(self) -> set[int]:
        """The processes that have told it since this was asked last; each writes its number, four bytes."""
        told = os.read(self.loaded, 4096)
        return {number for (number,) in struct.iter_unpack("i", told)}


def main() -> None:
    """Serve until SIGTERM or Ctrl-C. Ends with one line where a setting is wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
    try:
        server = _server()
    except ImproperlyConfigured as reason:
        sys.exit(str(reason))
    if "--prepared" not in sys.argv and not _loads():
        sys.exit(1)
    server.serve(target_loader=partial(_load, os.getpid(), server.tell_loaded), wrap_loader=False)


def address() -> tuple[str, int]:
    """``HOST`` and ``PORT``."""
    return os.environ.get("HOST", "127.0.0.1"), whole_number("PORT", 8000, low=1, high=65535)


def worker_count() -> int:
    """``WEB_WORKERS``, or one process for each processor, at most ``MAX_WORKERS``."""
    return whole_number("WEB_WORKERS", min(len(os.sched_getaffinity(0)), MAX_WORKERS), low=1, high=64)


def _server() -> Server:
    host, port = address()
    return Server(
        "portal.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=worker_count(),
        blocking_threads=THREADS,
        # A thread that ends takes its connection to the database with it.
        blocking_threads_idle_timeout=MAX_IDLE_SECONDS,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=MAX_HEAD_MS, max_buffer_size=MAX_HEAD_BYTES),
        websockets=False,
        # Below, it advises about threads; what ends unexpectedly is an error.
        log_level="error",
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_SECONDS,
    )


def _load(parent: int, tell_loaded: int) -> Callable:
    """The application. Only the processes of the server load it, so that a reload takes the new code."""
    # What the parent has set would keep this process from ending while it loads.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end_with_parent(parent)
    application = _application()
    os.write(tell_loaded, struct.pack("i", os.getpid()))
    return application


def _application() -> Callable:
    from portal.wsgi import application  # the first process stays without it

    return application


def _loads() -> bool:
    """Whether the site can be loaded; tried in a copy of this process, which says in a line why not."""
    copy = os.fork()
    if not copy:
        code = 1
        try:
            _application()
            code = 0
        except ImproperlyConfigured as reason:
            print(reason, file=sys.stderr, flush=True)
        except Exception as error:
            print(f"The site cannot be loaded: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]) == 0


if __name__ == "__main__":
    main()
