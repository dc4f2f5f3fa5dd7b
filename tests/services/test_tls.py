"""The shipped nginx file as it stands, by https: in front of a server with the settings of a public site."""

import http.client
import socket
import ssl

import pytest

from tests.services.proxy import tls_proxy
from tests.services.web import web_server

HOST, OTHER = "www.example.org", "127.0.0.2"
PUBLIC = {
    "DJANGO_SETTINGS_MODULE": "portal.settings.production",
    "SECRET_KEY": "nothing-but-a-test-of-fifty-characters-or-even-more",
    "ALLOWED_HOSTS": HOST,
    "BASE_URL": f"https://{HOST}",
    "EMAIL_URL": "smtp://127.0.0.1:9",
}
SECURITY = (
    "Strict-Transport-Security",
    "X-Content-Type-Options",
    "Referrer-Policy",
    "Content-Security-Policy",
    "X-Frame-Options",
    "Permissions-Policy",
    "Cross-Origin-Opener-Policy",
)
MIB = 1024 * 1024


class Front:
    """nginx as browsers reach it."""

    def __init__(self, ports, certificate):
        self.ports = ports
        self.context = ssl.create_default_context(cafile=certificate)

    def connect(self, source="127.0.0.1", context=None):
        address = ("127.0.0.1", self.ports.main)
        plain = socket.create_connection(address, timeout=60, source_address=(source, 0))
        return (context or self.context).wrap_socket(plain, server_hostname=HOST)

    def ask(self, path, method="GET", source="127.0.0.1", **headers):
        connection = http.client.HTTPConnection(HOST)
        connection.sock = self.connect(source)
        return _answer(connection, method, path, headers)

    def ask_plainly(self, path):
        return _answer(http.client.HTTPConnection("127.0.0.1", self.ports.plain), "GET", path, {})


def _answer(connection, method, path, headers):
    try:
        connection.putrequest(method, path, skip_host=True)
        for name, value in ({"Host": HOST, "Connection": "close"} | headers).items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        answer.read()
        return answer
    finally:
        connection.close()


@pytest.fixture(scope="module")
def front(tmp_path_factory, django_db_setup):
    folder = tmp_path_factory.mktemp("tls")
    for name in ("images/a.jpg", "documents/a.pdf"):
        file = folder / "media" / name
        file.parent.mkdir(parents=True)
        file.write_text("a")
    with web_server(folder, **PUBLIC) as server, tls_proxy(folder, server.port, HOST) as ports:
        yield Front(ports, folder / "fullchain.pem")


def test_http_leads_to_https_with_the_whole_address(front):
    answer = front.ask_plainly("/it/bandi/?q=a%20b")
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{HOST}/it/bandi/?q=a%20b")


@pytest.mark.parametrize("path", ["/admin/login/", "/it/nowhere/"])
def test_the_application_knows_of_https_and_its_headers_come_once(front, path):
    answer = front.ask(path)
    assert answer.status in (200, 404)
    for name in SECURITY:
        assert len(answer.headers.get_all(name, [])) == 1, name
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert answer.headers.get_all("Server") == ["nginx"]
    assert all("Secure" in cookie for cookie in answer.headers.get_all("Set-Cookie", []))


def test_files_of_the_release_are_kept_for_ever(front):
    answer = front.ask("/static/staticfiles.json")
    assert answer.status == 200
    assert "immutable" in ",".join(answer.headers.get_all("Cache-Control"))
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert answer.headers.get_all("Access-Control-Allow-Origin") == ["*"]


def test_pictures_are_open_and_documents_closed_in_whatever_way_they_are_written(front):
    assert front.ask("/media/images/a.jpg").status == 200
    for path in (
        "/media/documents/a.pdf",
        "/media//documents/a.pdf",
        "/media/images/../documents/a.pdf",
        "/media/images/%2e%2e/documents/a.pdf",
        "/media/%64ocuments/a.pdf",
        "/media/./documents/a.pdf",
    ):
        assert front.ask(path).status in (400, 404), path


def test_what_is_too_long_is_refused(front):
    assert front.ask(f"/health/live?q={'a' * 60_000}").status == 200
    assert front.ask(f"/health/live?q={'a' * 70_000}").status == 414
    assert front.ask("/it/", "POST", Content_Length=str(3 * MIB)).status == 413
    assert front.ask("/admin/", "POST", Content_Length=str(73 * MIB)).status == 413


def test_costly_questions_of_one_address_are_limited(front):
    found = {front.ask("/it/bandi/export.csv").status for _ in range(30)}
    assert 429 in found
    assert front.ask("/it/bandi/export.csv", source=OTHER).status != 429


def test_browsers_speak_http_2_and_old_tls_is_refused(front):
    modern = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    modern.check_hostname, modern.verify_mode = False, ssl.CERT_NONE
    modern.set_alpn_protocols(["h2", "http/1.1"])
    with front.connect(context=modern) as connection:
        assert connection.selected_alpn_protocol() == "h2"
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    with pytest.warns(DeprecationWarning):
        old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    old.set_ciphers("DEFAULT:@SECLEVEL=0")
    with pytest.raises(OSError), front.connect(context=old):
        pytest.fail("TLS 1.1 is spoken")
