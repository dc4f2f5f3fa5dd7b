"""Production refuses to start half configured, and has nothing of the demonstration."""

import os
import subprocess
import sys

import pytest

from tests.services.scratch_site import ROOT

NEEDED = {
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "example.org",
    "BASE_URL": "https://example.org",
    "EMAIL_URL": "smtp://mail.example.org",
}
# Without `django.setup()`, which takes ten times as long: the settings refuse while they are read.
PROGRAM = "from django.conf import settings; print(settings.INSTALLED_APPS)"


def start(tmp_path, program=PROGRAM, **environment):
    clean = {name: value for name, value in os.environ.items() if name not in {*NEEDED, "DATA_DIR"}}
    settings = {"DJANGO_SETTINGS_MODULE": "portal.settings.production", "DATA_DIR": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-c", program], env=clean | settings | environment, capture_output=True, text=True
    )


@pytest.mark.parametrize("missing", NEEDED)
def test_it_says_what_is_missing(tmp_path, missing):
    result = start(tmp_path, **{name: value for name, value in NEEDED.items() if name != missing})
    assert result.returncode != 0
    assert f"before starting: {missing}" in result.stderr


def test_there_is_no_demonstration_in_production(tmp_path):
    result = start(tmp_path, **NEEDED)
    assert result.returncode == 0, result.stderr
    assert "demo" not in result.stdout


@pytest.mark.parametrize("address", ["consolemail://", "dummymail://", "memorymail://"])
def test_mails_are_sent_and_not_written_into_a_log(tmp_path, address):
    result = start(tmp_path, **NEEDED | {"EMAIL_URL": address})
    assert result.returncode != 0
    assert "EMAIL_URL must name a mail server" in result.stderr.splitlines()[-1]


def test_mails_come_from_the_site(tmp_path):
    program = "from django.conf import settings; print(settings.DEFAULT_FROM_EMAIL)"
    assert start(tmp_path, program, **NEEDED).stdout.strip() == "noreply@example.org"


WRITES = """
import django; django.setup()
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
connection.cursor().execute("CREATE TABLE x (y int)")
default_storage.save("folder/file.txt", ContentFile(b"x"))
from pathlib import Path
from django.conf import settings
(Path(settings.DATA_DIR) / "plain.txt").write_text("x")
(Path(settings.DATA_DIR) / "sub").mkdir()
"""


@pytest.mark.parametrize("module", ["production", "dev"])
def test_what_the_site_writes_is_closed_to_others(tmp_path, module):
    """Also where an older version has left its folder open."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    told = {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": f"portal.settings.{module}"}
    result = start(tmp_path, WRITES, **NEEDED | told)
    assert result.returncode == 0, result.stderr
    written = [folder, *folder.rglob("*")]
    assert len(written) > 6
    assert [path for path in written if path.stat().st_mode & 0o077] == []


def test_a_folder_that_everybody_shares_is_left_as_it_is(tmp_path):
    shared = tmp_path / "tmp"
    shared.mkdir()
    shared.chmod(0o1777)
    assert start(tmp_path, **NEEDED | {"DATA_DIR": str(shared)}).returncode == 0
    assert shared.stat().st_mode & 0o7777 == 0o1777


WRONG = [
    ("SECRET_KEY", "short", "SECRET_KEY is too short: give 50 random characters or more"),
    ("ALLOWED_HOSTS", "https://example.org", "ALLOWED_HOSTS holds 'https://example.org': give host names"),
    ("ALLOWED_HOSTS", "other.org", "BASE_URL has the host example.org, which ALLOWED_HOSTS does not name"),
    ("BASE_URL", "example.org", "BASE_URL is 'example.org': give scheme and host"),
    ("BASE_URL", "https://example.org/it/", "BASE_URL is 'https://example.org/it/': give scheme and host"),
    ("BASE_URL", "https://[", "BASE_URL is 'https://[': give scheme and host"),
    ("DATABASE_URL", "mysql//geheim", "DATABASE_URL cannot be read: it must look like postgres://"),
    ("DATABASE_URL", "mysql://a:geheim@b/c", "DATABASE_URL cannot be used: it must look like postgres://"),
    ("CACHE_URL", "nonsense", "CACHE_URL cannot be read: it must look like redis://"),
    ("EMAIL_URL", "foo", "EMAIL_URL cannot be read: it must look like smtp+tls://"),
    ("MEDIA_URL_STORAGE", "x", "MEDIA_URL_STORAGE makes no sense: it has to begin with s3://"),
    ("SENTRY_DSN", "zzz", "SENTRY_DSN cannot be read: it must look like https://"),
    ("SECURE_SSL_REDIRECT", "maybe", "SECURE_SSL_REDIRECT is 'maybe': give 1 or 0."),
    ("DEBUG", "perhaps", "DEBUG is 'perhaps': give 1 or 0."),
    ("ACCESS_LOG", "x", "ACCESS_LOG is 'x': give 1 or 0."),
    ("LOG_FORMAT", "xml", "LOG_FORMAT is 'xml': give text or json."),
    ("PAGE_CACHE_MB", "-1", "PAGE_CACHE_MB is '-1': give a whole number from 1 to 4096."),
    ("DATABASE_URL_FILE", "/nowhere", "DATABASE_URL_FILE cannot be read:"),
    ("EMAIL_URL_FILE", "/dev/null", "EMAIL_URL_FILE names an empty file: /dev/null."),
    ("DATABASE_PASSWORD", "geheim", "DATABASE_PASSWORD is set, but DATABASE_URL names no server: give"),
    ("CACHE_PASSWORD", "geheim", "CACHE_PASSWORD is set, but CACHE_URL names no server: give"),
    ("SECRET_KEY_FILE", "/etc/hostname", "SECRET_KEY and SECRET_KEY_FILE are both set: give one of them."),
]


@pytest.mark.parametrize(("name", "value", "told"), WRONG, ids=[f"{each[0]}={each[1]}" for each in WRONG])
def test_a_setting_that_makes_no_sense_is_told_in_one_line(tmp_path, name, value, told):
    """By the command line, and without a password that may stand in it."""
    settings = {"DJANGO_SETTINGS_MODULE": "portal.settings.production", "DATA_DIR": str(tmp_path)}
    needed = NEEDED | {"EMAIL_URL": "smtp://mail.example.org:25"}
    result = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--plan"],
        env=os.environ | settings | needed | {name: value},
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert result.returncode == 1
    assert result.stderr.startswith(told)
    assert len(result.stderr.splitlines()) == 1
    assert "geheim" not in result.stderr


def test_a_secret_may_come_as_a_file(tmp_path):
    file = tmp_path / "key"
    file.write_text("y" * 60 + "\n")
    needed = {name: value for name, value in NEEDED.items() if name != "SECRET_KEY"}
    needed["EMAIL_URL"] = "smtp://mail.example.org:25"
    result = start(tmp_path, SECRET_KEY_FILE=str(file), **needed)
    assert result.returncode == 0, result.stderr


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path):
    told = {"DJANGO_SETTINGS_MODULE": "portal.settings.production", "DATA_DIR": "/proc/nowhere"}
    needed = NEEDED | {"EMAIL_URL": "smtp://mail.example.org:25"}
    subprocess.run(
        [sys.executable, "-m", "portal.build"], env=os.environ | told | needed, cwd=ROOT, check=True
    )
    result = subprocess.run(
        [sys.executable, "-m", "portal.prepare"],
        env=os.environ | told | needed,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert result.returncode == 1
    assert result.stderr.startswith("DATA_DIR, /proc/nowhere, cannot be written")
    assert len(result.stderr.splitlines()) == 1
