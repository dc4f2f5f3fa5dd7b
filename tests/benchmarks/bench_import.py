"""``python -m tests.benchmarks.bench_import``: how import time and memory grow with the records.

Each import runs in a process and a database of its own, because the greatest memory of a process never falls.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COUNTS = (1000, 2000, 5900)
PLEDGES = "pledged: 5900 within 120 s and 400 MiB, 2000 : 1000 at most 2.3, a second run 10 times faster"


def main() -> None:
    seconds = {}
    print(f"{'records':>8} {'first run':>10} {'second run':>11} {'memory':>9}")
    for count in COUNTS:
        result = _in_own_process(count)
        seconds[count] = result["first"]
        print(
            f"{count:>8} {result['first']:>8.1f} s {result['second']:>9.1f} s {result['memory']:>5.0f} MiB",
            flush=True,
        )
    print(f"2000 : 1000 = {seconds[2000] / seconds[1000]:.2f}")
    print(PLEDGES)


def _in_own_process(count: int) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
        command = [sys.executable, "-m", "tests.benchmarks.bench_import", str(count), folder]
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
        return json.loads(done.stdout.splitlines()[-1])


def _measure(count: int, folder: Path) -> dict:
    """Both runs as the command does them, and the greatest memory of the process."""
    import resource

    import django

    django.setup()
    from django.core.management import call_command

    from tests import database
    from tests.benchmarks.calls import write_json
    from tests.factories.pages import site_tree

    database.migrate()
    site_tree()
    call_command("rebuild_search", verbosity=0)
    # In a process of its own: the invented records would count as the import's memory.
    file = folder / "calls.json"
    if os.fork() == 0:
        write_json(file, count)
        os._exit(0)
    os.wait()
    times = []
    for _run in ("first", "second"):
        began = time.monotonic()
        call_command("import_calls", "incentivi", str(file), publish=True)
        times.append(time.monotonic() - began)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"first": times[0], "second": times[1], "memory": memory}


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(_measure(int(sys.argv[1]), Path(sys.argv[2]))))
    else:
        main()
