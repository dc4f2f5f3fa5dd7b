"""A real Elasticsearch for tests and benchmarks, on the loopback, in folders of its own.

    with running() as url:
        ElasticsearchEngine(url, prefix="bench")

The address in ``ELASTICSEARCH_TEST_URL`` is used where there is one; what is found there is not ended.
``python -m tests.services.elasticsearch`` serves until Ctrl-C.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services.programs import free_port

from .installing import VERSION, CannotInstall, installed, jdk

CACHE = Path(__file__).resolve().parents[3] / ".pytest_cache" / "elasticsearch"
ELSEWHERE = Path("/var/tmp/elasticsearch-for-tests")  # where others may not enter the folder of the project
UNPRIVILEGED = "nobody"  # it refuses to run as root
PATIENCE = 120  # seconds
HEAP = "512m"


class Server:
    """One node with its data, which can be killed, frozen and started again on the same address.

    ``settings`` beside those of ``installing``, such as of a node among others.
    """

    def __init__(self, folder: Path, port: int = 0, settings: dict[str, str] | None = None):
        self.folder, self.port = folder, port or free_port()
        self.settings = {"transport.port": str(free_port())} | (settings or {})
        self.url = f"http://127.0.0.1:{self.port}"
        self.home = installed(_cache())
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        """Returns when it answers."""
        self.begin()
        self.wait()

    def begin(self) -> None:
        data, logs, temporary = (self.folder / name for name in ("data", "logs", "tmp"))
        for each in (logs, temporary):
            each.mkdir(parents=True, exist_ok=True)
        options = f"-Xms{HEAP} -Xmx{HEAP} {os.environ.get('ES_JAVA_OPTS', '')}"
        config = self.folder / "config"
        if not config.exists():
            shutil.copytree(self.home / "config", config)
        known = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "ES_TMPDIR": str(temporary)}
        known |= {"ES_JAVA_HOME": str(jdk()), "ES_JAVA_OPTS": options, "ES_PATH_CONF": str(config)}
        if os.getuid() == 0:
            _give_away(self.folder)
        places = [f"-Epath.data={data}", f"-Epath.logs={logs}"]
        told = [f"-E{name}={value}" for name, value in self.settings.items()]
        with (self.folder / "out.log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.home / "bin" / "elasticsearch", f"-Ehttp.port={self.port}", *told, *places],
                env=known,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                start_new_session=True,
                user=UNPRIVILEGED if os.getuid() == 0 else None,
            )

    def wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > until:
                log = (self.folder / "out.log").read_text(errors="replace")
                self.kill()
                raise RuntimeError(f"Elasticsearch did not start:\n{log[-3000:]}")
            time.sleep(0.2)

    def _answers(self) -> bool:
        try:
            address = f"{self.url}/_cluster/health?wait_for_status=yellow&timeout=1s"
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.status == 200
        except (OSError, urllib.error.HTTPError):
            return False

    def stop(self) -> None:
        """An orderly end, or any end after a while."""
        self._tell(signal.SIGTERM)
        try:
            if self.process:
                self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """An end without warning, as when a machine loses its power."""
        self._tell(signal.SIGKILL)
        if self.process:
            self.process.wait(30)

    def freeze(self) -> None:
        """It goes on existing and answers nothing."""
        self._tell(signal.SIGSTOP)

    def thaw(self) -> None:
        self._tell(signal.SIGCONT)

    def _tell(self, what: signal.Signals) -> None:
        """To the launcher and to the server that it has started: they are a session of their own."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, what)


@contextmanager
def started(port: int = 0) -> Iterator[Server]:
    """A server of one's own, with nothing in it; it ends and its data go with the block."""
    with tempfile.TemporaryDirectory(prefix="elasticsearch-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = Server(Path(folder), port)
        try:
            server.start()
            yield server
        finally:
            server.thaw()
            server.stop()


def available() -> bool:
    """Whether ``running`` can give an address: one is given, or what it takes to start a server is there."""
    try:
        return bool(os.environ.get("ELASTICSEARCH_TEST_URL") or (shutil.which("mvn") and jdk()))
    except CannotInstall:
        return False


@contextmanager
def running(say: Callable[[str], None] = print) -> Iterator[str]:
    """The address of the server given by the environment, or of one that is started and ended."""
    given = os.environ.get("ELASTICSEARCH_TEST_URL")
    if given:
        say(f"Elasticsearch: the one at {given}")
        yield given
        return
    with started() as server:
        say(f"Elasticsearch: {VERSION}, started at {server.url}")
        yield server.url


def _cache() -> Path:
    enterable = all(folder.stat().st_mode & 0o001 for folder in CACHE.parents if folder.exists())
    return CACHE if enterable or os.getuid() else ELSEWHERE


def _give_away(folder: Path) -> None:
    shutil.chown(folder, UNPRIVILEGED)
    for path in folder.rglob("*"):
        shutil.chown(path, UNPRIVILEGED)
