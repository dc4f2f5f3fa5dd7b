"""The page "System" says in words what health sees, to administrators only."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.http import JsonResponse
from django.test import Client
from django.utils import timezone

from editors.accounts.roles import ADMINISTRATOR, EDITOR_IN_CHIEF
from editors.accounts.setup import set_up
from editors.jobs.models import JobRun
from editors.jobs.table import JOBS
from editors.system import ALWAYS, COMMANDS, PARTS

pytestmark = pytest.mark.django_db
FAULTS = {
    "search": "Elasticsearch does not answer.",
    "cache": "The shared cache does not answer.",
    "jobs": "sync_search failed: OSError",
    "worker": "The worker was last heard of at 10:00.",
    "disk": "Only 3 MB are free.",
    "clock": "This machine's clock is +90 s off.",
}


@pytest.fixture
def read(tree, search_index):
    set_up()

    def as_role(role=ADMINISTRATOR):
        user = get_user_model().objects.create_user(role.name, password="x")
        user.groups.add(Group.objects.get(name=role.name))
        client = Client()
        client.force_login(user)
        return client.get("/admin/system/")

    return as_role


def test_it_is_well(read):
    page = read().content.decode()
    assert "Everything works." in page and "in trouble" not in page
    assert page.count("w-status--primary") == len(ALWAYS)
    assert all(str(PARTS[name][0]) in page for name in ALWAYS)


@pytest.mark.parametrize("part", FAULTS)
def test_each_fault_is_told_in_words_with_what_mends_it(read, monkeypatch, part):
    told = {"status": "degraded", "database": "ok", "search": "ok", part: FAULTS[part], "mend": "start it"}
    monkeypatch.setattr("portal.health.ready", lambda request: JsonResponse(told))
    page = read().content.decode().replace("&#x27;", "'")
    assert "something has to be mended" in page and "start it" in page
    assert FAULTS[part] in page and str(PARTS[part][2]) in page
    assert page.count("in trouble") == 1


def test_a_part_that_is_not_known_here_is_told_as_it_is(read, monkeypatch):
    told = {"status": "degraded", "database": "ok", "search": "ok", "moon": "It is full."}
    monkeypatch.setattr("portal.health.ready", lambda request: JsonResponse(told))
    page = read().content.decode()
    assert "moon" in page and "It is full." in page


def test_health_itself_is_asked(read):
    """A job that nobody runs is seen by it."""
    JobRun.objects.create(command="check_links", due_at=timezone.now() - timedelta(hours=2))
    page = read().content.decode()
    assert "check_links has been due since" in page
    assert "Check links to other sites" in page and "not run yet" in page


def test_a_job_that_failed_says_why(read):
    now = timezone.now()
    JobRun.objects.create(
        command="sync_search", due_at=now, started_at=now, ended_at=now, succeeded=False, message="No room."
    )
    page = read().content.decode()
    assert "Bring the search up to date" in page and "No room." in page


def test_every_job_has_a_name_in_words():
    assert {job.command.split()[0] for job in JOBS} == set(COMMANDS)


def test_others_do_not_see_it(read):
    assert read(EDITOR_IN_CHIEF).status_code != 200
