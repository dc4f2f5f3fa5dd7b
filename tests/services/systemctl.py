"""``systemctl`` for a test: starts and stops what the shipped units say, below a folder of the test's own.

python -m tests.services.systemctl start intreccio-web@8000, with ``SITE_ROOT`` in place of /srv/intreccio,
``ENVIRONMENT`` in place of /etc/intreccio/environment, and ``NGINX_PID``.
"""

import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.services.web import alive

UNITS = Path(__file__).resolve().parents[2] / "deploy" / "systemd"
STOP_SECONDS = 60


def settings(unit: str) -> list[tuple[str, str]]:
    """The lines of a unit, in order, for the instance that is asked for."""
    name, _, instance = unit.partition("@")
    file = UNITS / (f"{name}@.service" if instance else f"{name}.service")
    text = file.read_text().replace("%i", instance).replace("/srv/intreccio", os.environ["SITE_ROOT"])
    text = text.replace("/etc/intreccio/environment", os.environ["ENVIRONMENT"])
    lines = [line for line in text.splitlines() if "=" in line and not line.startswith("#")]
    return [(key, value) for key, _, value in (line.partition("=") for line in lines)]


def pid_file(unit: str) -> Path:
    return Path(os.environ["SITE_ROOT"]) / f"{unit}.pid"


def start(unit: str) -> None:
    lines = settings(unit)
    told = dict(lines)
    environment = dict(os.environ)
    for source in [*Path(told["EnvironmentFile"]).read_text().splitlines(), told.get("Environment", "")]:
        if source and not source.startswith("#"):
            name, _, value = source.partition("=")
            environment[name] = value
    log = pid_file(unit).with_suffix(".log").open("a")
    options = {"cwd": told["WorkingDirectory"], "env": environment, "stdout": log, "stderr": log}
    for key, command in lines:
        if key == "ExecStartPre" and subprocess.run(shlex.split(command), **options).returncode:
            sys.exit(f"{unit} cannot start: {pid_file(unit).with_suffix('.log').read_text()[-2000:]}")
    process = subprocess.Popen(shlex.split(told["ExecStart"]), start_new_session=True, **options)
    pid_file(unit).write_text(str(process.pid))


def stop(unit: str) -> None:
    if not pid_file(unit).exists():
        return
    pid = int(pid_file(unit).read_text())
    if alive(pid):
        os.kill(pid, signal.SIGTERM)
    end = time.monotonic() + STOP_SECONDS
    while alive(pid) and time.monotonic() < end:
        time.sleep(0.05)
    if alive(pid):
        sys.exit(f"{unit} did not end.")
    pid_file(unit).unlink()


def main(action: str, *units: str) -> None:
    for unit in units:
        if unit == "nginx":
            os.kill(int(Path(os.environ["NGINX_PID"]).read_text()), signal.SIGHUP)
        elif unit.startswith("intreccio-"):
            if action in ("stop", "restart"):
                stop(unit)
            if action in ("start", "restart"):
                start(unit)


if __name__ == "__main__":
    main(*sys.argv[1:])
