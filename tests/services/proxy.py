"""nginx with the file that is shipped, on a port of its own and without TLS, in front of a server."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services.programs import free_port, wait_for
from tests.services.scratch_site import ROOT

SHIPPED = ROOT / "deploy" / "nginx" / "intreccio.conf"
MAIN = """
{user}
daemon off;
worker_processes 1;
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


def configuration(folder: Path, port: int, server_port: int) -> str:
    """The shipped file but for what is a machine's own: ports, certificates, folders."""
    text = SHIPPED.read_text()
    plain = re.search(r"^server \{\n    listen 80;.*?^\}\n", text, re.MULTILINE | re.DOTALL)[0]
    text = text.replace(plain, "")
    text = re.sub(r"^ *(listen \[::\]|ssl_).*\n", "", text, flags=re.MULTILINE)
    text = text.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    text = text.replace("127.0.0.1:8000", f"127.0.0.1:{server_port}")
    text = text.replace("/var/log/nginx", str(folder)).replace("server_name www.example.org", "server_name _")
    return text.replace("/srv/intreccio/build", str(ROOT / "build"))


@contextmanager
def proxy(folder: Path, server_port: int) -> Iterator[int]:
    """Its port."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    port = free_port()
    # Else it gives up its rights, and cannot read the folders of a test.
    user = "user root;" if os.getuid() == 0 else ""
    file = folder / "nginx.conf"
    file.write_text(MAIN.format(folder=folder, user=user, site=configuration(folder, port, server_port)))
    process = subprocess.Popen([program, "-p", str(folder), "-c", str(file)])
    try:
        wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(20)
