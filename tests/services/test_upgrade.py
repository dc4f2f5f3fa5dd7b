"""Two releases by turns, by the shipped script, units and nginx file, while visitors ask: none is refused."""

import os
import re
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from tests.services.proxy import proxy
from tests.services.scratch_site import ROOT, Site

OLD, NEW = "0.7.0", "0.7.1"
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "var", "build", ".pytest_cache", "tests", "__pycache__")
PYTHON = """#!/bin/sh
PYTHONPATH={release}:{release}/site exec {python} "$@"
"""
SYSTEMCTL = """#!/bin/sh
cd {root} && PYTHONPATH={root}:{root}/site exec {python} -m tests.services.systemctl "$@"
"""
SHEET = re.compile(r'href="(/static/css/[^"]+)"')


def program(path: Path, text: str, **names) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.format(python=sys.executable, root=ROOT, **names))
    path.chmod(0o755)


class Installed:
    """A folder like /srv/intreccio with two releases, of which the newer one has a style sheet more."""

    def __init__(self, folder: Path):
        self.folder = folder
        data = folder / "data"
        data.mkdir(parents=True)
        Site(data).make()
        self.environment = os.environ | {
            "SITE_ROOT": str(folder),
            "ENVIRONMENT": str(folder / "environment"),
            "NGINX_PID": str(folder.parent / "nginx.pid"),
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        }
        for name in ("DATA_DIR", "BUILD_DIR", "DATABASE_URL", "CACHE_URL", "ELASTICSEARCH_URL", "DEBUG"):
            self.environment.pop(name, None)
        (folder / "environment").write_text(
            f"SECRET_KEY={'x' * 60}\nALLOWED_HOSTS=127.0.0.1\nBASE_URL=http://127.0.0.1\nWEB_WORKERS=1\n"
            f"EMAIL_URL=smtp://127.0.0.1:25\nDATA_DIR={data}\nSECURE_SSL_REDIRECT=0\n"
            "DJANGO_SETTINGS_MODULE=portal.settings.production\n"
        )
        program(folder / "bin" / "systemctl", SYSTEMCTL)
        for name in (OLD, NEW):
            self._unpack(name)
        (folder / "upstream.conf").write_text((ROOT / "deploy" / "nginx" / "upstream.conf").read_text())

    def _unpack(self, name: str) -> None:
        release = self.folder / "releases" / name
        shutil.copytree(ROOT, release, ignore=LEFT_OUT)
        program(release / ".venv" / "bin" / "python", PYTHON, release=release)
        if name == NEW:
            (release / "site" / "static" / "css" / "newer.css").write_text("p { color: teal }\n")
            base = release / "templates" / "base.html"
            link = """<link rel="stylesheet" href="{% static 'css/newer.css' %}"></head>"""
            base.write_text(base.read_text().replace("</head>", link))
        subprocess.run(
            [release / ".venv" / "bin" / "python", "-m", "portal.build"],
            cwd=release,
            env=self.environment
            | {"DATA_DIR": str(self.folder / "none"), "DJANGO_SETTINGS_MODULE": "portal.settings.dev"},
            check=True,
        )

    def switch(self, name: str) -> None:
        script = ROOT / "deploy" / "bin" / "switch"
        ended = subprocess.run([script, name], env=self.environment, capture_output=True, text=True)
        assert ended.returncode == 0, ended.stdout + ended.stderr

    def end(self) -> None:
        units = ["intreccio-web@8000", "intreccio-web@8001", "intreccio-worker", "intreccio-clock"]
        subprocess.run(["systemctl", "stop", *units], env=self.environment)


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("upgrade")
    site = Installed(folder / "srv")
    with proxy(folder, site=site.folder) as port:
        site.address = f"http://127.0.0.1:{port}"
        try:
            site.switch(OLD)
            yield site
        finally:
            site.end()


def ask(address: str) -> tuple[int, str]:
    request = urllib.request.Request(address, headers={"X-Forwarded-Proto": "https"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, ""
    except OSError as error:
        return 0, str(error)


@contextmanager
def visitors(site: Installed, number: int = 2):
    """Each asks for a page that no cache has, then for its style sheets; what came of it."""
    found, over, numbers = [], threading.Event(), count()

    def visit():
        while not over.wait(0.1):
            path = f"/it/?z={next(numbers)}"
            status, page = ask(site.address + path)
            found.append((path, status))
            for sheet in SHEET.findall(page):
                found.append((sheet, ask(site.address + sheet)[0]))

    threads = [threading.Thread(target=visit) for _ in range(number)]
    for thread in threads:
        thread.start()
    try:
        yield found
    finally:
        over.set()
        for thread in threads:
            thread.join()


def test_an_upgrade_and_a_roll_back_lose_no_request(installed):
    with visitors(installed) as found:
        installed.switch(NEW)
        assert "css/newer" in ask(f"{installed.address}/it/?new")[1]
        installed.switch(OLD)
        status, page = ask(f"{installed.address}/it/?old")
        assert status == 200 and "css/newer" not in page
    assert any("css/newer" in path for path, _status in found)
    assert len(found) > 50
    assert [each for each in found if each[1] != 200] == []


def test_a_release_that_does_not_start_changes_nothing(installed):
    before = (installed.folder / "port").read_text(), (installed.folder / "release").readlink()
    broken = installed.folder / "releases" / "broken"
    program(broken / ".venv" / "bin" / "python", "#!/bin/sh\necho broken; exit 1\n")
    script = ROOT / "deploy" / "bin" / "switch"
    assert subprocess.run([script, "broken"], env=installed.environment).returncode
    assert ((installed.folder / "port").read_text(), (installed.folder / "release").readlink()) == before
    assert ask(f"{installed.address}/it/?after")[0] == 200


def test_ten_addresses_are_asked_after_a_deployment(installed):
    script = [ROOT / "deploy" / "bin" / "smoke", installed.address]
    ended = subprocess.run(script, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.count("200 /") == 10
    script[1] = "http://127.0.0.1:9"
    assert subprocess.run(script, capture_output=True).returncode == 1
