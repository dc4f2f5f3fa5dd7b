"""``MEDIA_URL_STORAGE``: where uploaded files go when not into ``DATA_DIR``.

``s3://KEY:SECRET@host[:port]/bucket?region=…&public=https://media.example.org/``: any S3-compatible storage,
asked by paths. Read by the settings, so nothing here may need them.
"""

import re
from dataclasses import dataclass, field
from importlib.util import find_spec
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

REGION = "us-east-1"  # what storages that know no regions expect to be told
PARAMETERS = {"region", "public", "tls"}
BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
REGION_NAME = re.compile(r"[A-Za-z0-9-]+")
# It stands in the Content-Security-Policy: no character may end a source there.
PUBLIC = re.compile(r"https?://[\w.-]+(:\d+)?(/[\w.~%-]+)*/?", re.ASCII)


@dataclass(frozen=True)
class StorageAddress:
    """``endpoint`` is where the application asks, without a slash at its end; ``public`` is what stands in
    front of a file's name in pages, with one."""

    key: str
    secret: str = field(repr=False)
    endpoint: str
    bucket: str
    region: str
    public: str

    def options(self) -> dict[str, str]:
        """In the words of django-storages."""
        scheme, _, domain = self.public.rstrip("/").partition("//")
        return {
            "access_key": self.key,
            "secret_key": self.secret,
            "endpoint_url": self.endpoint,
            "bucket_name": self.bucket,
            "region_name": self.region,
            "url_protocol": scheme,
            "custom_domain": domain,
        }


def parse(address: str) -> StorageAddress:
    """ValueError says what to change, and never the secret."""
    try:
        parts = urlsplit(address)
    except ValueError:  # Whose own words may repeat the secret.
        raise ValueError("it cannot be read; write special characters as %2F and the like") from None
    if parts.scheme != "s3":
        raise ValueError("it has to begin with s3://")
    if not (parts.username and parts.password):
        raise ValueError("KEY:SECRET@ is missing before the host; / + ? # in them are %2F %2B %3F %23")
    host = _host(parts)
    bucket = parts.path.strip("/")
    if not BUCKET.fullmatch(bucket):
        raise ValueError("after the host has to stand /bucket, the name of one bucket")
    more = dict(parse_qsl(parts.query, keep_blank_values=True))
    if parts.fragment or more.keys() - PARAMETERS:
        raise ValueError("after the bucket only region, public and tls can be told")
    if more.get("tls", "yes") not in ("yes", "no"):
        raise ValueError("tls has to be yes or no")
    endpoint = f"{'http' if more.get('tls') == 'no' else 'https'}://{host}"
    region, public = more.get("region", REGION), more.get("public", f"{endpoint}/{bucket}/")
    if not REGION_NAME.fullmatch(region):
        raise ValueError("region has to be a name such as eu-south-1")
    if not PUBLIC.fullmatch(public):
        raise ValueError("public has to be an address such as https://media.example.org/")
    return StorageAddress(
        unquote(parts.username), unquote(parts.password), endpoint, bucket, region, f"{public.rstrip('/')}/"
    )


def _host(parts) -> str:
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ValueError("the port has to be a number up to 65535") from None
    if not host or not re.fullmatch(r"[\w.-]+", host, re.ASCII):
        raise ValueError("the host is missing, or no name of one")
    return f"{host}:{port}" if port else host


def named(setting: str) -> StorageAddress | None:
    """None where nothing is set. ImproperlyConfigured: one line that says what to do."""
    if not setting:
        return None
    try:
        address = parse(setting)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"MEDIA_URL_STORAGE makes no sense: {error}. "
            "It reads s3://KEY:SECRET@host[:port]/bucket?region=…&public=https://media.example.org/"
        ) from None
    if not (find_spec("storages") and find_spec("boto3")):
        raise ImproperlyConfigured(
            "MEDIA_URL_STORAGE needs django-storages: install requirements-object-storage.txt, or unset it."
        )
    return address
