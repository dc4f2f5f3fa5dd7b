"""``python -m tests.benchmarks.bench_admin [few many]``: what editors open, on a small site and a large one.

The explorer, the list of sheets, each report of the desk and the first page, for the editor-in-chief. Each
site has a process and a database of its own; on every list waits a part of its pages.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time

from .scratch import environment, set_up

FEW, MANY = 500, 5_000
ROUNDS = 7
MAX_SECONDS = 1.0


def main(few: int = FEW, many: int = MANY) -> None:
    small, large = opened(few), opened(many)
    print(f"{'admin, median of an answer':<28}{few:>18}{many:>18}")
    for name, (seconds, queries) in large.items():
        quick, asked = small[name]
        missed = "" if seconds <= MAX_SECONDS and queries == asked else "  MISSED"
        shown = f"{quick * 1000:>8.0f} ms{asked:>3} SQL{seconds * 1000:>8.0f} ms{queries:>3} SQL"
        print(f"{name:<28}{shown}{missed}", flush=True)
    print(f"pledged: as many SQL queries for {many} pages as for {few}; well below {MAX_SECONDS:.0f} s")


def opened(pages: int) -> dict[str, tuple[float, int]]:
    """Seconds and queries of each page of the admin, by name."""
    with tempfile.TemporaryDirectory(prefix="bench-admin-") as folder:
        command = [sys.executable, "-m", "tests.benchmarks.bench_admin", "--site", str(pages)]
        done = subprocess.run(command, env=environment(folder), stdout=subprocess.PIPE, check=True, text=True)
        return json.loads(done.stdout.splitlines()[-1])


def measure(pages: int) -> dict[str, tuple[float, int]]:
    set_up()
    from django.test import Client
    from django.urls import reverse
    from wagtail.models import Page

    from cms.admin.report_registry import reports
    from tests.publishing.ways import Counting

    from . import busy_site

    client = Client()
    client.force_login(busy_site.make(pages))
    funding = Page.objects.get(slug="bandi", depth=3)
    addresses = {
        "first page": reverse("wagtailadmin_home"),
        "explorer": reverse("wagtailadmin_explore", args=[funding.pk]),
        "explorer, last page": reverse("wagtailadmin_explore", args=[funding.pk]) + f"?p={pages // 50}",
        "explorer, search": reverse("wagtailadmin_explore", args=[funding.pk]) + "?q=museo",
        "funding sheets": reverse("funding_sheets:index"),
        **{each.slug: each.address() for each in reports()},
    }
    found = {}
    for name, address in addresses.items():
        times, counts = [], []
        for round_ in range(ROUNDS + 1):
            with Counting() as counting:
                began = time.perf_counter()
                status = client.get(address).status_code
                seconds = time.perf_counter() - began
            assert status == 200, (name, status)
            if round_:
                times.append(seconds)
                counts.append(counting.queries)
        found[name] = (statistics.median(times), max(counts))
    return found


if __name__ == "__main__":
    if "--site" in sys.argv:
        print(json.dumps(measure(int(sys.argv[-1]))))
    else:
        main(*map(int, sys.argv[1:3]))
