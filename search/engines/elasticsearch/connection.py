"""Reaching the cluster: its address with credentials, time limits, and plain words for what goes wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from elastic_transport import ConnectionError as NotReached
from elastic_transport import ConnectionTimeout, TlsError, TransportError
from elasticsearch import (
    ApiError,
    Elasticsearch,
    NotFoundError,
    UnsupportedProductError,
)

from search.engines.base import EngineUnavailable, IndexDamaged, Misconfigured

MAJOR = 9
API_KEY = "api-key"  # the user's name in an address whose password is an API key
# Seconds. A visitor's question waits for a cluster that hangs no longer than this, and not twice.
ASK_WAIT = 3.0
WRITE_WAIT = 30.0
RETRIES = 1
BUSY = (429, 502, 503, 504)
# By these a proxy before the cluster answers for it, without its name.
BY_A_PROXY = (401, 403, 413, *BUSY)


@dataclass(frozen=True)
class Connection:
    """``url``: ``https://user:password@host:9200`` or ``https://api-key:KEY@host:9200``; several nodes of
    one cluster are parted by commas, with credentials in the first. ``ca``: a file of certificates to trust.
    """

    url: str
    ca: str = ""

    @cached_property
    def location(self) -> str:
        """Where the cluster is, without what is secret."""
        return ", ".join(_node(address) for address in self.url.split(","))

    @cached_property
    def client(self) -> Elasticsearch:
        first = _parts(self.url.split(",")[0])
        options = {}
        if first.username == API_KEY:
            options["api_key"] = unquote(first.password or "")
        elif first.username:
            options["basic_auth"] = (unquote(first.username), unquote(first.password or ""))
        if first.scheme == "https" and self.ca:
            options["ca_certs"] = self.ca
        try:
            return Elasticsearch(
                [_node(address) for address in self.url.split(",")],
                request_timeout=ASK_WAIT,
                max_retries=RETRIES,
                retry_on_status=BUSY,
                retry_on_timeout=False,
                **options,
            )
        except (ValueError, TypeError, OSError) as error:
            raise Misconfigured(f"ELASTICSEARCH_URL or ELASTICSEARCH_CA cannot be used: {error}") from error

    def check_address(self) -> None:
        """Raise ``Misconfigured`` over an address that cannot be read."""
        for address in self.url.split(","):
            _node(address)

    def check_version(self) -> None:
        """Raise ``Misconfigured`` over a cluster of another edition."""
        # Asked plainly: an older cluster refuses the very headers of this client.
        with self.explaining():
            root = self.client.perform_request("GET", "/", headers={"accept": "application/json"})
            number = str(root["version"]["number"])
        if number.split(".")[0] != str(MAJOR):
            raise Misconfigured(
                f"The Elasticsearch at {self.location} is {number}; edition {MAJOR} is needed."
            )

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Turn whatever goes wrong on the way to the cluster and in it into one of our errors, in a line."""
        try:
            yield
        except ConnectionTimeout as error:
            raise EngineUnavailable(f"Elasticsearch at {self.location} did not answer in time.") from error
        except TlsError as error:
            if "certificate has expired" in str(error):
                raise Misconfigured(
                    f"The certificate of Elasticsearch at {self.location} has ended: renew it there."
                ) from error
            raise Misconfigured(
                f"Elasticsearch at {self.location} shows a certificate that nobody trusts, or none at all: "
                "see ELASTICSEARCH_CA and the https of ELASTICSEARCH_URL."
            ) from error
        except NotReached as error:
            raise EngineUnavailable(
                f"Elasticsearch at {self.location} cannot be reached: is ELASTICSEARCH_URL right?"
            ) from error
        except UnsupportedProductError as error:
            raise self._stranger() from error
        except ApiError as error:
            raise self._of(error) from error
        except TransportError as error:
            raise EngineUnavailable(f"Elasticsearch at {self.location}: {error}.") from error
        except (KeyError, TypeError, AttributeError) as error:
            raise self._stranger() from error

    def _stranger(self) -> Misconfigured:
        return Misconfigured(f"What answers at {self.location} is not Elasticsearch {MAJOR}.")

    def _of(self, error: ApiError) -> EngineUnavailable:
        named = "x-elastic-product" in error.meta.headers
        # A real cluster knows no such path where the address has one too many.
        if (not named and error.status_code not in BY_A_PROXY) or "no handler found" in error.message:
            return self._stranger()
        if isinstance(error, NotFoundError):
            return IndexDamaged("An index has gone.")
        if error.status_code == 401 or error.error == "security_exception":
            return Misconfigured(
                f"Elasticsearch at {self.location} refuses the user or the key of ELASTICSEARCH_URL."
            )
        if "media_type_header_exception" in str(error):
            return Misconfigured(f"The Elasticsearch at {self.location} is not of edition {MAJOR}.")
        return EngineUnavailable(
            f"Elasticsearch at {self.location} answers {error.status_code}: {error.message}."
        )


def _parts(address: str):
    try:
        parts = urlsplit(address.strip())
        readable = parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port)
    except ValueError:
        readable = False
    if not readable:
        raise Misconfigured(
            "ELASTICSEARCH_URL cannot be read: it must look like https://user:password@host:9200, "
            "with signs such as / # @ , of a password written as %2F %23 %40 %2C."
        )
    return parts


def _node(address: str) -> str:
    parts = _parts(address)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    port = parts.port or (443 if parts.scheme == "https" else 9200)
    return f"{parts.scheme}://{host}:{port}{parts.path.rstrip('/')}"
