"""A site of a benchmark's own: an empty database, static files, nothing that outlives it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


def environment(folder: str) -> dict[str, str]:
    """What makes a process work in ``folder``, with SQLite and the embedded search."""
    apart = {name: value for name, value in os.environ.items() if name not in OTHERS}
    return apart | {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}


OTHERS = ("DATABASE_URL", "CACHE_URL", "ELASTICSEARCH_URL", "DEBUG")


@contextmanager
def scratch_site(name: str) -> Iterator[None]:
    """This process has such a site, migrated, until the end; nothing of Django may be loaded before."""
    with tempfile.TemporaryDirectory(prefix=f"bench-{name}-") as folder:
        wanted = environment(folder)
        os.environ.clear()
        os.environ.update(wanted)
        set_up()
        yield


def set_up() -> None:
    """In the environment of ``environment``: pages can be asked for afterwards."""
    subprocess.run([sys.executable, "-m", "portal.build"], check=True)
    import django

    django.setup()
    from django.conf import settings

    from tests import database

    settings.ALLOWED_HOSTS = ["testserver"]
    database.migrate()
