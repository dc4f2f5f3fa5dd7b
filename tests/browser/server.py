"""The site as visitors get it: its own server, the demonstration content, a scratch data folder."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

START_SECONDS = 600  # on a machine that is busy with other tests


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(data_dir: Path, address: str) -> dict[str, str]:
    """What a command needs to work on the site that runs at an address."""
    return os.environ | {
        "DATA_DIR": str(data_dir),
        "PORT": str(urlsplit(address).port),
        "BASE_URL": address,
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
    }


@contextmanager
def running_site(data_dir: Path):
    """Start the site, give its address, end it."""
    address = f"http://127.0.0.1:{free_port()}"
    log = (data_dir / "server.log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "portal.serve"],
        env=environment(data_dir, address),
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        _wait(process, f"{address}/it/", Path(log.name))
        yield address
    finally:
        process.terminate()
        process.wait(timeout=60)
        log.close()


def _wait(process: subprocess.Popen, address: str, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5)
        except OSError:  # refused, or slow to answer the first time
            time.sleep(0.3)
        else:
            return
    raise RuntimeError(f"The site did not start:\n{log.read_text()[-4000:]}")
