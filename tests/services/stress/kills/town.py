"""All that a public site consists of: services, processes under their supervisor, and nginx in front."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from tests.services.elasticsearch import started
from tests.services.programs import free_port, running_postgresql, running_valkey
from tests.services.proxy import proxy
from tests.services.scratch_site import ROOT, Site
from tests.services.stress.visitor import Visitor
from tests.services.web import children, wait_until

ARTICLES, CALLS = 12, 12
MAKE = f"""
import json
import django
django.setup()
from pathlib import Path
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from tests import database
database.migrate()
from tests.benchmarks.calls import write_json
from tests.factories import pages
tree = pages.site_tree()
made = [
    pages.article(tree.news, title=f"Prima {{number}}", slug=f"articolo-{{number}}", summary="In breve.")
    for number in range({ARTICLES})
]
write_json(Path(settings.DATA_DIR) / "calls.json", {CALLS})
call_command("rebuild_search", verbosity=0)
client = Client()
client.force_login(get_user_model().objects.create_superuser("ada", "ada@example.org", "x"))
cookie = client.cookies[settings.SESSION_COOKIE_NAME]
session = {{cookie.key: cookie.value}}
print(json.dumps({{"session": session, "articles": {{page.pk: page.url for page in made}}}}))
"""
COUNT = """
import json
from collections import Counter
import django
django.setup()
from funding.models import FundingSheetPage, ImportJob, ImportRecord
from news.models import ArticlePage
from wagtail.models import PageLogEntry
published = PageLogEntry.objects.filter(action="wagtail.publish")
print(json.dumps({
    "live": dict(ArticlePage.objects.live().values_list("pk", "title")),
    "published": Counter(published.values_list("label", flat=True)),
    "imports": Counter(ImportJob.objects.values_list("state", flat=True)),
    "calls": list(ImportRecord.objects.exclude(page=None).values_list("identifier", flat=True)),
    "sheets": Counter(FundingSheetPage.objects.values_list("title", flat=True)),
}))
"""
SUPERVISE = """
import sys
from portal.supervisor import Supervisor
commands = {"web server": ["-m", "portal.server", "--prepared"], "worker": ["manage.py", "run_worker"]}
commands = {name: [sys.executable, *arguments] for name, arguments in commands.items()}
Supervisor(commands, reloaded="web server").run()
"""


class Service(Protocol):
    """What the site needs and may lose for a while."""

    def start(self) -> None: ...

    def kill(self) -> None: ...


@dataclass
class Town:
    """``session``: cookies of an editor who may do everything. ``articles``: addresses by page number."""

    site: Site
    port: int
    supervisor: subprocess.Popen
    session: dict[str, str]
    articles: dict[int, str]
    records: list[dict]
    services: dict[str, Service] = field(default_factory=dict)

    def web_processes(self) -> list[int]:
        return [child for server in self._of("portal.server") for child in children(server)]

    def workers(self) -> list[int]:
        return self._of("run_worker")

    def servers(self) -> list[int]:
        """The first process of the web server: another one once it has ended."""
        return self._of("portal.server")

    def count(self) -> dict:
        return json.loads(self.site.done("-c", COUNT).splitlines()[-1])

    def _of(self, word: str) -> list[int]:
        return [child for child in children(self.supervisor.pid) if word in _command(child)]


def _command(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text()
    except OSError:
        return ""


@contextmanager
def town(
    folder: Path, services: bool, elasticsearch: Callable[[], AbstractContextManager] = started
) -> Iterator[Town]:
    """With PostgreSQL, Valkey and Elasticsearch; without ``services`` on SQLite, with the embedded search."""
    with ExitStack() as stack:
        named, environment = {}, {}
        if services:
            database = stack.enter_context(running_postgresql(lasting=True))
            store = stack.enter_context(running_valkey())
            cluster = stack.enter_context(elasticsearch())
            named = {"PostgreSQL": database, "Valkey": store, "Elasticsearch": cluster}
            environment = {
                "DATABASE_URL": database.url,
                "CACHE_URL": store.url,
                "ELASTICSEARCH_URL": cluster.url,
            }
        site = Site(folder, DEBUG="0", TRUSTED_PROXIES="1", WEB_WORKERS="2", **environment)
        site.done("-m", "portal.build")
        told = json.loads(site.done("-c", MAKE).splitlines()[-1])
        records = json.loads((folder / "calls.json").read_text())
        port = free_port()
        supervisor = subprocess.Popen(
            [sys.executable, "-c", SUPERVISE],
            cwd=ROOT,
            env=site.environment | {"PORT": str(port)},
            stderr=site.log.open("w"),
        )
        try:
            front = stack.enter_context(proxy(folder, port))
            articles = {int(number): url for number, url in told["articles"].items()}
            made = Town(site, front, supervisor, told["session"], articles, records, named)
            if not wait_until(lambda: Visitor(front).get("/it/").status == 200 and made.workers(), 120):
                raise RuntimeError("The site does not start.")
            yield made
        finally:
            supervisor.terminate()
            supervisor.wait(60)
