"""One request to one address, by urllib3: never to a private network, never for longer than it is given."""

import http.client
import socket
import ssl
import time
from dataclasses import dataclass

from django.conf import settings
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.exceptions import TimeoutError as HTTPTimeoutError
from urllib3.util import parse_url

from .public import is_public
from .results import CERTIFICATE, NONSENSE, PRIVATE, TIMEOUT, UNKNOWN_HOST, UNREACHABLE

MAX_READ = 512 * 1024
AGENT_NAME = "IntreccioLinkCheck"
CONNECTIONS = {"http": HTTPConnection, "https": HTTPSConnection}


@dataclass(frozen=True)
class FetchedResponse:
    status: int
    location: str = ""
    text: str = ""


class FetchError(Exception):
    """The reason is a code of ``results.PROBLEMS``."""

    def __init__(self, problem: str):
        super().__init__(problem)
        self.problem = problem


def fetch(url: str, method: str, seconds: float, read: bool = False) -> FetchedResponse:
    """The answer of ``url`` within ``seconds``, without following it anywhere. Raises ``FetchError``."""
    try:
        return _fetch(url, method, seconds, read)
    except (TimeoutError, HTTPTimeoutError) as error:
        raise FetchError(TIMEOUT) from error
    except ssl.SSLError as error:
        raise FetchError(CERTIFICATE) from error
    except socket.gaierror as error:
        raise FetchError(UNKNOWN_HOST) from error
    except OSError as error:
        raise FetchError(UNREACHABLE) from error
    except (http.client.HTTPException, HTTPError, ValueError, KeyError) as error:
        raise FetchError(NONSENSE) from error


def _fetch(url: str, method: str, seconds: float, read: bool) -> FetchedResponse:
    parts = parse_url(url)
    connection = CONNECTIONS[parts.scheme](parts.host, parts.port, timeout=seconds)
    try:
        connection.sock = _connect(connection, time.monotonic() + seconds)
        # No compressed body is asked for, and none that comes is unpacked.
        agent = f"{AGENT_NAME}/1.0 (+{settings.BASE_URL})"
        headers = {"User-Agent": agent, "Accept": "*/*", "Connection": "close"}
        connection.request(method, parts.request_uri, headers=headers, preload_content=False)
        response = connection.getresponse()
        text = response.read(MAX_READ, decode_content=False).decode(errors="replace") if read else ""
        return FetchedResponse(response.status, response.headers.get("Location", ""), text)
    finally:
        connection.close()


class _Deadline:
    """A socket's time-out begins anew with each byte; this one's comes when the clock says ``ends``."""

    ends: float

    def recv_into(self, *args, **options):
        self.settimeout(_left(self.ends))
        return super().recv_into(*args, **options)


class _Socket(_Deadline, socket.socket):
    pass


class _SecureSocket(_Deadline, ssl.SSLSocket):
    pass


def _connect(connection: HTTPConnection, ends: float) -> socket.socket:
    """To the very addresses that were looked at: asking for the name again might find others."""
    found = socket.getaddrinfo(connection.host, connection.port, type=socket.SOCK_STREAM)
    if not all(is_public(address[0]) for *_rest, address in found):
        raise FetchError(PRIVATE)
    for family, kind, protocol, _name, address in found:
        sock = _Socket(family, kind, protocol)
        try:
            sock.settimeout(_left(ends))
            sock.connect(address)
            break
        except OSError as error:
            sock.close()
            failure = error
    else:
        raise failure
    sock.settimeout(_left(ends))
    if isinstance(connection, HTTPSConnection):
        sock = _secure(sock, connection.host)
    sock.ends = ends
    return sock


def _secure(sock: socket.socket, host: str) -> ssl.SSLSocket:
    """The whole handshake has what is left of the time."""
    context = ssl.create_default_context()
    context.sslsocket_class = _SecureSocket
    try:
        return context.wrap_socket(sock, server_hostname=host)
    except BaseException:
        sock.close()
        raise


def _left(ends: float) -> float:
    """Seconds, of the monotonic clock."""
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
