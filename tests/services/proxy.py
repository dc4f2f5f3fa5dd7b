"""nginx with the file that is shipped, on ports of its own, in front of a server."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.services.programs import free_port, wait_for
from tests.services.scratch_site import ROOT

SHIPPED = ROOT / "deploy" / "nginx" / "intreccio.conf"
MAIN = """
{user}
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {site}
}}
"""


@dataclass(frozen=True)
class Ports:
    """Of nginx: ``main`` is where the site is; by https with ``plain``, where http leads to it."""

    main: int
    plain: int = 0


def configuration(folder: Path, ports: Ports, site: Path, host: str = "_") -> str:
    """The shipped file but for what is a machine's own: host, ports, certificates, folders. Without
    ``ports.plain`` also without TLS. ``site`` is a folder like /srv/intreccio."""
    text = SHIPPED.read_text()
    text = re.sub(r"^ *listen \[::\].*\n", "", text, flags=re.MULTILINE)
    if ports.plain:
        text = text.replace("listen 80;", f"listen 127.0.0.1:{ports.plain};")
        text = text.replace("listen 443 ssl", f"listen 127.0.0.1:{ports.main} ssl")
        text = text.replace("/etc/letsencrypt/live/www.example.org", str(folder))
    else:
        plain = re.search(r"^server \{\n    listen 80;.*?^\}\n", text, re.MULTILINE | re.DOTALL)[0]
        text = text.replace(plain, "")
        text = re.sub(r"^ *ssl_.*\n", "", text, flags=re.MULTILINE)
        text = text.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{ports.main};")
    text = text.replace("server_name www.example.org", f"server_name {host}")
    own = {"/srv/intreccio": site, "/var/cache/nginx": folder, "/var/log/nginx": folder}
    for shipped, path in own.items():
        text = text.replace(shipped, str(path))
    return text


def as_installed(folder: Path, server_port: int) -> Path:
    """A folder like /srv/intreccio, with this very code as its release and ``folder`` for its data."""
    site = folder / "srv"
    site.mkdir()
    (site / "data").symlink_to(folder)
    for name in ("release", "previous"):
        (site / name).symlink_to(ROOT)
    upstream = (ROOT / "deploy" / "nginx" / "upstream.conf").read_text()
    (site / "upstream.conf").write_text(upstream.replace("127.0.0.1:8000", f"127.0.0.1:{server_port}"))
    return site


@contextmanager
def proxy(folder: Path, server_port: int = 0, site: Path | None = None) -> Iterator[int]:
    """Its port; without TLS. ``site`` is a folder like /srv/intreccio, if it is not to be this code."""
    ports = Ports(free_port())
    site = site or as_installed(folder, server_port)
    with _running(folder, ports, configuration(folder, ports, site)):
        yield ports.main


@contextmanager
def tls_proxy(folder: Path, server_port: int, host: str) -> Iterator[Ports]:
    """With TLS, by a certificate that it signs itself: ``folder/fullchain.pem``."""
    told = f"-subj /CN={host} -addext subjectAltName=DNS:{host} -out fullchain.pem -keyout privkey.pem"
    command = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 {told}".split()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    ports = Ports(free_port(), free_port())
    with _running(folder, ports, configuration(folder, ports, as_installed(folder, server_port), host)):
        yield ports


@contextmanager
def _running(folder: Path, ports: Ports, site: str) -> Iterator[None]:
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    # Else it gives up its rights, and cannot read the folders of a test.
    user = "user root;" if os.getuid() == 0 else ""
    file = folder / "nginx.conf"
    file.write_text(MAIN.format(folder=folder, user=user, site=site))
    process = subprocess.Popen([program, "-p", str(folder), "-c", str(file)])
    try:
        wait_for(ports.main, process)
        yield
    finally:
        process.terminate()
        process.wait(20)
