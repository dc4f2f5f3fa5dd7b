"""Each job has a process of its own: one that hangs or breaks holds up no other. Two clocks run it once."""

import os
import subprocess
import sys

from tests import database

SCRIPT = """
import sys, time
from datetime import timedelta
import django
django.setup()
from django.core.management import call_command
from editors.jobs import running
from editors.jobs.models import JobRun
from editors.jobs.table import Job

def command(name, **options):
    if name == "hangs":
        time.sleep(60)
    if name == "breaks":
        raise ValueError("This is no day.")

running.call_command = command
short = timedelta(seconds=2)
jobs = [Job(name, every=timedelta(minutes=1), limit=short) for name in ("hangs", "breaks", "works")]
print("well" if running.run_once(jobs) else "failed")
for run in JobRun.objects.order_by("pk"):
    print(run.command, run.succeeded, run.message)
"""


def test_one_that_hangs_and_one_that_breaks_leave_the_others_alone(tmp_path, django_db_setup):
    database.lend(tmp_path / "db.sqlite3")
    variables = os.environ | {"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
    variables.pop("DATABASE_URL", None)
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=variables, capture_output=True, text=True, timeout=300
    )
    assert ran.stdout.splitlines() == [
        "failed",
        "hangs False Ended after 0:00:02: it took too long.",
        "breaks False ValueError: This is no day.",
        "works True ",
    ], ran.stderr


COUNTED = """
import sys, time
from datetime import timedelta
import django
django.setup()
from editors.jobs import running
from editors.jobs.table import Job

def command(name, **options):
    with open(sys.argv[1], "a") as file:
        file.write("ran\\n")

running.call_command = command
print("loaded", flush=True)
sys.stdin.readline()
print(running.run_once([Job("counted", every=timedelta(minutes=1), limit=timedelta(seconds=60))]))
"""


def test_two_clocks_at_once_run_a_job_once_and_neither_complains(tmp_path, django_db_setup):
    database.lend(tmp_path / "db.sqlite3")
    variables = os.environ | {"DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
    variables.pop("DATABASE_URL", None)
    command = [sys.executable, "-c", COUNTED, str(tmp_path / "runs")]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    clocks = [subprocess.Popen(command, env=variables, text=True, **pipes) for _ in range(2)]
    for clock in clocks:
        assert clock.stdout.readline() == "loaded\n"
    for clock in clocks:
        print(file=clock.stdin, flush=True)
    assert [clock.communicate(timeout=120) for clock in clocks] == [("True\n", "")] * 2
    assert (tmp_path / "runs").read_text() == "ran\n"
