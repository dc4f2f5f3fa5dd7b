"""``MEDIA_URL_STORAGE``: what it may say, and what is answered where it makes no sense."""

import json
import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from media import storage_address
from media.storage_address import StorageAddress, named, parse

BASE = "s3://anna:segreto@s3.example.org/tessuti"
FULL = f"{BASE}?region=eu-south-1&public=https://media.example.org/"


def test_all_that_it_can_say():
    assert parse(FULL) == StorageAddress(
        key="anna",
        secret="segreto",
        endpoint="https://s3.example.org",
        bucket="tessuti",
        region="eu-south-1",
        public="https://media.example.org/",
    )


@pytest.mark.parametrize(
    ("address", "part", "value"),
    [
        (BASE, "region", "us-east-1"),
        (BASE, "public", "https://s3.example.org/tessuti/"),
        (f"{BASE}/", "bucket", "tessuti"),
        (f"{BASE}?tls=no", "endpoint", "http://s3.example.org"),
        (f"{BASE}?tls=no", "public", "http://s3.example.org/tessuti/"),
        (f"{BASE}?public=https://cdn.example.org/a/b", "public", "https://cdn.example.org/a/b/"),
        (f"{BASE}?public=http%3A%2F%2F127.0.0.1%3A9000%2Fx%2F", "public", "http://127.0.0.1:9000/x/"),
        ("s3://anna:se%2Fgr%2Beto@127.0.0.1:9000/tessuti", "secret", "se/gr+eto"),
        ("s3://anna:segreto@127.0.0.1:9000/tessuti", "endpoint", "https://127.0.0.1:9000"),
    ],
)
def test_each_part(address, part, value):
    assert getattr(parse(address), part) == value


NONSENSE = {
    "another kind": ("https://anna:segreto@s3.example.org/tessuti", "begin with s3://"),
    "no address": ("tessuti", "begin with s3://"),
    "no account": ("s3://s3.example.org/tessuti", "KEY:SECRET@"),
    "no secret": ("s3://anna@s3.example.org/tessuti", "KEY:SECRET@"),
    "a slash in the secret": ("s3://anna:seg/reto@s3.example.org/tessuti", "%2F"),
    "a bracket in the secret": ("s3://anna:seg[reto@s3.example.org/tessuti", "cannot be read"),
    "an odd letter in the secret": ("s3://anna:segreto℀@s3.example.org/tessuti", "cannot be read"),
    "no host": ("s3://anna:segreto@/tessuti", "host"),
    "a port that is none": ("s3://anna:segreto@s3.example.org:porta/tessuti", "port"),
    "a port too high": ("s3://anna:segreto@s3.example.org:90000/tessuti", "port"),
    "no bucket": ("s3://anna:segreto@s3.example.org?region=x", "bucket"),
    "two buckets": (f"{BASE}/altro", "bucket"),
    "an unknown parameter": (f"{BASE}?zone=1", "region, public and tls"),
    "an empty region": (f"{BASE}?region=", "region"),
    "no address to publish at": (f"{BASE}?public=media.example.org", "public"),
    "more than a source of the policy": (f"{BASE}?public=https://a.example/%3Bscript-src%20*", "public"),
    "neither yes nor no": (f"{BASE}?tls=maybe", "tls"),
}


@pytest.mark.parametrize("what", NONSENSE)
def test_nonsense_is_told_in_one_line_that_never_repeats_the_secret(what):
    address, words = NONSENSE[what]
    with pytest.raises(ImproperlyConfigured) as trouble:
        named(address)
    said = str(trouble.value)
    assert said.startswith("MEDIA_URL_STORAGE makes no sense: ")
    assert words in said.partition(". It reads ")[0]
    assert "\n" not in said
    assert "reto" not in said


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(storage_address, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match=r"install requirements-object-storage\.txt, or unset it"):
        named(FULL)
    assert named("") is None


PROGRAM = """
import json
from django.conf import settings
print(json.dumps([settings.STORAGES["default"], settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["img-src"]]))
"""


def start(tmp_path, address):
    told = {"DJANGO_SETTINGS_MODULE": "portal.settings.base", "DATA_DIR": str(tmp_path)}
    environment = os.environ | told | {"MEDIA_URL_STORAGE": address}
    return subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True)


def test_the_settings_put_files_there_and_let_pages_show_them(tmp_path):
    result = start(tmp_path, FULL)
    assert result.returncode == 0, result.stderr
    storage, sources = json.loads(result.stdout)
    assert storage["BACKEND"] == "media.storage.ObjectStorage"
    assert storage["OPTIONS"] == parse(FULL).options()
    assert sources == ["'self'", "data:", "https://media.example.org/"]


def test_without_it_files_stay_and_no_other_source_is_allowed(tmp_path):
    storage, sources = json.loads(start(tmp_path, "").stdout)
    assert storage == {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    assert sources == ["'self'", "data:"]


def test_the_site_does_not_start_with_nonsense(tmp_path):
    result = start(tmp_path, "tessuti")
    assert result.returncode != 0
    assert "MEDIA_URL_STORAGE makes no sense: it has to begin with s3://." in result.stderr.splitlines()[-1]
