"""Passwords and keys of compose are files, which only those containers can read that need them."""

import re
import shutil
import subprocess
import time

import pytest
from django.conf import settings

from tests.services.programs import free_port

from .test_files import COMPOSE, DEPLOY, OURS, README, SERVICES

ROOT = DEPLOY.parent
IN_CONTAINERS = "/run/secrets/"
# A password in an address, or a setting that holds one; and what compose would read from .env.
OPEN = re.compile(
    r"\w+://[^/\s@]*:[^/\s@]+@|(?:PASSWORD|SECRET_KEY|REDISCLI_AUTH): (?!/run/secrets/)|requirepass \$\{"
)


def files_of(name: str) -> set[str]:
    told = SERVICES[name]["environment"]
    return {path.removeprefix(IN_CONTAINERS) for key, path in told.items() if key.endswith("_FILE")}


def test_no_secret_stands_in_the_file():
    assert OPEN.findall((DEPLOY / "compose.yaml").read_text()) == []


def test_each_secret_is_a_file_that_the_readme_makes():
    for name, told in COMPOSE["secrets"].items():
        assert told == {"file": f"./secrets/{name}"}
        assert re.search(rf"\b{name}\b", README)


@pytest.mark.parametrize("name", [*sorted(OURS), "postgres"])
def test_a_container_is_given_the_files_that_it_reads(name):
    assert files_of(name) == set(SERVICES[name]["secrets"]) <= COMPOSE["secrets"].keys()


@pytest.mark.parametrize("name", [".dockerignore", ".gitignore"])
def test_secrets_get_neither_into_the_image_nor_into_the_repository(name):
    assert {"deploy/.env", "deploy/secrets", "deploy/backups"} <= set((ROOT / name).read_text().split())


@pytest.mark.skipif(not shutil.which("redis-server"), reason="neither Valkey nor Redis is there")
def test_the_store_asks_for_the_password_and_is_well(tmp_path):
    """By the command and the health check of compose, with Redis in Valkey's place."""
    (tmp_path / "valkey_password").write_text("c0ffee\n")
    port = free_port()

    def as_here(text: str) -> str:
        text = text.replace("$$", "$").replace(IN_CONTAINERS, f"{tmp_path}/")
        text = text.replace("valkey-server -", f"redis-server - --port {port} --bind 127.0.0.1")
        return text.replace("valkey-cli", f"redis-cli -p {port}")

    service = SERVICES["valkey"]
    server = subprocess.Popen(["sh", "-c", as_here(service["command"][2])], stdout=subprocess.DEVNULL)
    try:
        well = ["sh", "-c", as_here(service["healthcheck"]["test"][1])]
        end = time.monotonic() + 20
        while subprocess.run(well, capture_output=True).returncode and time.monotonic() < end:
            time.sleep(0.1)
        assert subprocess.run(well, capture_output=True).returncode == 0
        asked = subprocess.run(["redis-cli", "-p", str(port), "ping"], capture_output=True, text=True)
        assert "NOAUTH" in asked.stdout + asked.stderr
        program = (
            "import django; django.setup(); from django.core.cache import caches; "
            "print(caches['default'].answers(), caches['pages'].answers())"
        )
        environment = {
            "PATH": "/usr/bin:/bin",
            "DATA_DIR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
            "CACHE_URL": f"redis://127.0.0.1:{port}/0",
            "CACHE_PASSWORD_FILE": str(tmp_path / "valkey_password"),
        }
        told = subprocess.run(
            [ROOT / ".venv" / "bin" / "python", "-c", program],
            env=environment,
            cwd=settings.ROOT,
            capture_output=True,
            text=True,
        )
        assert told.stdout == "True True\n", told.stderr
    finally:
        server.terminate()
        server.wait(20)
