"""``python -m portal.serve``: prepare everything, say where it is, and keep its processes running.

These are the web server, the worker for background tasks and the clock. With ``--reload`` the development
server answers instead, with auto-reload and the debug page. SIGHUP reaches the web server: it reloads.
"""

import os
import socket
import subprocess
import sys
from functools import partial

from django.core.exceptions import ImproperlyConfigured

from portal.environment import ROOT, data_dir
from portal.server import address
from portal.supervisor import Supervisor

MANAGE = str(ROOT / "manage.py")


def main(arguments: list[str]) -> None:
    """Prepare, then serve until Ctrl-C or a SIGTERM."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    try:
        host, port = address()
    except ImproperlyConfigured as reason:
        sys.exit(str(reason))
    _require_free(host, port)
    if prepared := subprocess.run([sys.executable, "-m", "portal.prepare"], check=False).returncode:
        sys.exit(prepared)
    development = [MANAGE, "runserver", f"{host}:{port}"]
    web = development if "--reload" in arguments else ["-m", "portal.server", "--prepared"]
    Supervisor(
        {
            "web server": [sys.executable, *web],
            "worker": [sys.executable, MANAGE, "run_worker"],
            "clock": [sys.executable, MANAGE, "run_due", "--loop"],
        },
        reloaded="web server",
    ).run(partial(_announce_once, host, port))


def _require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as reason:
            sys.exit(f"{host}:{port} cannot be used ({reason.strerror}): set PORT, or HOST, to another.")


def _announce_once(host: str, port: int) -> bool:
    """Say where the site is, as soon as it answers there. Whether that has been said."""
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    _announce(host, port)
    return True


def _announce(host: str, port: int) -> None:
    base = f"http://{host}:{port}"
    print(f"\nThe site:      {base}/\nFor editors:   {base}/admin/")
    login = data_dir() / "demo-login.txt"
    if login.exists():
        print(f"Demo editor:   {login.read_text().strip()}  (kept in {login})")
    print("Ctrl-C ends it.\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
