"""One request to one address that was looked at before: never to a private network."""

import http.client
import ipaddress
import socket
import ssl
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from django.conf import settings

from .results import CERTIFICATE, NONSENSE, PRIVATE, TIMEOUT, UNKNOWN_HOST, UNREACHABLE

SECONDS = 15
MAX_READ = 512 * 1024
AGENT_NAME = "IntreccioLinkCheck"
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class FetchedResponse:
    status: int
    location: str = ""
    text: str = ""


class FetchError(Exception):
    """The reason is a code of ``outcome.PROBLEMS``."""

    def __init__(self, problem: str):
        super().__init__(problem)
        self.problem = problem


def agent() -> str:
    """Who we are, and where one can complain."""
    return f"{AGENT_NAME}/1.0 (+{settings.BASE_URL})"


def ask(url: str, method: str = "HEAD", read: bool = False) -> FetchedResponse:
    """The answer of ``url``, without following it anywhere. Raises ``FetchError``."""
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS[parts.scheme]
        connection = _connection(parts.scheme, parts.hostname, port)
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = f"?{quote(parts.query, safe='/?%:@!$&()*+,;=~-._[]')}" if parts.query else ""
        return _request(connection, method, path + query, read)
    except TimeoutError as error:
        raise FetchError(TIMEOUT) from error
    except ssl.SSLError as error:
        raise FetchError(CERTIFICATE) from error
    except socket.gaierror as error:
        raise FetchError(UNKNOWN_HOST) from error
    except OSError as error:
        raise FetchError(UNREACHABLE) from error
    except (http.client.HTTPException, ValueError, KeyError, TypeError) as error:
        raise FetchError(NONSENSE) from error


def _request(connection: http.client.HTTPConnection, method: str, target: str, read: bool) -> FetchedResponse:
    try:
        headers = {"User-Agent": agent(), "Accept": "*/*", "Connection": "close"}
        connection.request(method, target, headers=headers)
        response = connection.getresponse()
        text = response.read(MAX_READ).decode(errors="replace") if read else ""
        return FetchedResponse(response.status, response.getheader("Location") or "", text)
    finally:
        connection.close()


def _connection(scheme: str, host: str, port: int) -> http.client.HTTPConnection:
    """To the very address that was found to be public: asking for the name again might find another."""
    host = host.encode("idna").decode() if not host.isascii() else host
    address = _public_address(host, port)
    if scheme == "https":
        connection = http.client.HTTPSConnection(host, port, timeout=SECONDS)
        plain = socket.create_connection((address, port), timeout=SECONDS)
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    else:
        connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
        connection.sock = socket.create_connection((address, port), timeout=SECONDS)
    return connection


def _public_address(host: str, port: int) -> str:
    found = [info[4][0] for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(_allowed(address) for address in found):
        raise FetchError(PRIVATE)
    return found[0]


def _allowed(address: str) -> bool:
    known = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(known, "ipv4_mapped", None)
    known = mapped or known
    return (known.is_global and not known.is_multicast) or (
        settings.LINK_CHECK_LOOPBACK and known.is_loopback
    )
