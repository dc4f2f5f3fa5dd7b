"""Production refuses to start half configured, and has nothing of the demonstration."""

import os
import subprocess
import sys

import pytest

NEEDED = {
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "example.org",
    "BASE_URL": "https://example.org",
    "EMAIL_URL": "smtp://mail.example.org",
}
PROGRAM = "import django; django.setup(); from django.conf import settings; print(settings.INSTALLED_APPS)"


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


@pytest.mark.parametrize("name", ["SECRET_KEY", "EMAIL_URL"])
def test_a_secret_may_lie_in_a_file(tmp_path, name):
    secret = tmp_path / "secret"
    secret.write_text(f"{NEEDED[name]}\n")
    environment = {key: value for key, value in NEEDED.items() if key != name} | {f"{name}_FILE": str(secret)}
    program = (
        "import django; django.setup(); from django.conf import settings; "
        "print([settings.SECRET_KEY, settings.EMAIL_HOST])"
    )
    result = start(tmp_path, program, **environment)
    assert result.stdout.strip() == str([NEEDED["SECRET_KEY"], "mail.example.org"]), result.stderr


def test_a_file_that_is_not_there_is_told(tmp_path):
    result = start(tmp_path, **NEEDED | {"DATABASE_URL_FILE": str(tmp_path / "none")})
    assert result.returncode != 0
    assert "DATABASE_URL_FILE is" in result.stderr.splitlines()[-1]


def test_mails_come_from_the_site(tmp_path):
    program = (
        "import django; django.setup(); from django.conf import settings; print(settings.DEFAULT_FROM_EMAIL)"
    )
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
