"""The four people at the running site, and a visitor who has nothing to do with them."""

import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.server import environment

from .desk import Album, Desk

PICTURES = Path(__file__).resolve().parents[3] / "var" / "day"


@pytest.fixture(scope="session")
def run(site, site_folder):
    """Runs Python in a process of its own, with the settings of the running site."""

    def run(*arguments: str, read: str = "") -> None:
        command = [sys.executable, *arguments]
        subprocess.run(command, env=environment(site_folder, site), input=read, text=True, check=True)

    return run


@pytest.fixture(scope="session")
def password(run):
    """Of all people, who come to be with it."""
    password = secrets.token_urlsafe(12)
    run("-m", "tests.browser.working_day.yesterday", read=password)
    return password


@pytest.fixture(scope="session")
def album(say, worker_id):
    """What was seen; looked at by people, so it outlives the run. A process of several has its own folder."""
    folder = PICTURES / worker_id
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    say(f"The pictures of the day: {folder}")
    return Album(folder)


@pytest.fixture(scope="session")
def cookies():
    """Of each person who has logged in once: to do so in each test takes longer than what some of them do."""
    return {}


@pytest.fixture
def desk(open_page, password, album, cookies):
    """Somebody's browser, logged in, at a width."""
    return lambda person, width=1280: Desk(open_page("about:blank", width), person, password, album, cookies)


@pytest.fixture
def visitor(open_page):
    """A browser that nobody is logged in with."""
    return open_page("/it/")
