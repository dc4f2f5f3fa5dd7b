"""One server and one browser for all browser tests; with several processes, for those of each."""

import pytest
from playwright.sync_api import expect

from tests import database

from .chromium import chromium
from .server import running_site

# Milliseconds until something must be seen: the machine may be busy with other tests.
PATIENCE = 60_000


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory, django_db_setup, django_db_blocker):
    """Where the running site keeps its data. The database of the tests is set up for its snapshot."""
    folder = tmp_path_factory.mktemp("site")
    with django_db_blocker.unblock():  # wagtail-localize asks it when its migrations are read
        database.lend(folder / "db.sqlite3")
    return folder


@pytest.fixture(scope="session")
def site(site_folder):
    """The address of a running site with the demonstration content."""
    with running_site(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser(site_folder):
    """After the folder: once Playwright's loop runs, Django asks no database in this thread."""
    expect.set_options(timeout=PATIENCE)
    with chromium() as running:
        yield running


@pytest.fixture
def open_page(browser, site):
    """Open a path at a width; further arguments go to the browser's context."""
    contexts = []

    def open_at(path: str, width: int = 1280, **options):
        options = {"base_url": site, "viewport": {"width": width, "height": 900}} | options
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_at
    for context in contexts:
        context.close()
