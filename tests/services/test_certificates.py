"""A certificate that has ended is told as such, in a line, by whatever needed it."""

import ssl
import subprocess
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from django.core.mail import send_mail

from search.engines.base import Misconfigured
from search.engines.elasticsearch import ElasticsearchEngine
from tests.factories.serving import serving
from tests.services.scratch_site import ROOT

RULES = """
[ca]
default_ca = own
[own]
database = {folder}/index
serial = {folder}/serial
new_certs_dir = {folder}
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = IP:127.0.0.1
basicConstraints = CA:TRUE
"""


def ended_certificate(folder: Path) -> Path:
    """Signed by itself, of the first day of 2020; ``key.pem`` lies beside it."""
    (folder / "rules").write_text(RULES.format(folder=folder))
    (folder / "index").touch()
    (folder / "serial").write_text("01\n")
    of_one_day = "-startdate 20200101000000Z -enddate 20200102000000Z"
    for command in (
        "openssl req -new -newkey rsa:2048 -nodes -subj /CN=127.0.0.1 -keyout key.pem -out wanted.pem",
        f"openssl ca -batch -selfsign -notext -config rules -keyfile key.pem -in wanted.pem {of_one_day} "
        "-out made.pem",
    ):
        subprocess.run(command.split(), cwd=folder, check=True, capture_output=True)
    return folder / "made.pem"


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    """The port of a server with such a certificate, and the certificate."""
    certificate = ended_certificate(tmp_path_factory.mktemp("ended"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.handle_error = lambda *arguments: None  # who is refused ends the handshake
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, certificate.with_name("key.pem"))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with serving(server):
        yield server.server_address[1], certificate


def test_that_of_elasticsearch(ended):
    port, certificate = ended
    with pytest.raises(Misconfigured) as told:
        ElasticsearchEngine(f"https://127.0.0.1:{port}", ca=str(certificate)).check("it")
    assert str(told.value) == (
        f"The certificate of Elasticsearch at https://127.0.0.1:{port} has ended: renew it there."
    )


def test_that_of_the_mail_server(ended, settings):
    """Whoever sends a mail is told in a line, and keeps what was to be sent (`tests/home`)."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_SSL = "127.0.0.1", ended[0], True
    with pytest.raises(OSError, match="certificate"):
        send_mail("a", "b", "a@example.org", ["b@example.org"])


def test_that_of_the_site_is_told_after_a_deployment(ended):
    script = [ROOT / "deploy" / "bin" / "smoke", f"https://127.0.0.1:{ended[0]}"]
    told = subprocess.run(script, capture_output=True, text=True, env={"PATH": "/usr/bin:/bin"})
    assert told.returncode == 1
    assert "certificate" in told.stderr
