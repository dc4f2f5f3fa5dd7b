"""The site on PostgreSQL: migrations, demonstration content, pages, search, publishing, two drains."""

import pytest

from tests.services.programs import postgresql
from tests.services.scratch_site import Site

# In one process: to start Django takes seconds.
SET_UP = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("load_demo")
call_command("rebuild_search")
"""

COUNT_SEARCHES = """
import json
import django
django.setup()
from search.counting import store
from search.counting.models import SearchCount
for found in (True, False):
    store.count(json.dumps(["it", "telaio a mano", found]), "Firefox")
row = SearchCount.objects.get(words="telaio a mano")
print(row.searches, row.without_results)
"""


@pytest.fixture(scope="module")
def site(say, tmp_path_factory):
    with postgresql(say) as url:
        site = Site(tmp_path_factory.mktemp("postgresql"), DATABASE_URL=url)
        site.done("-c", SET_UP)
        yield site


def test_what_visitors_and_editors_ask_for_is_there(site):
    assert site.done("-m", "tests.services.visit").endswith("all is well\n")


def test_the_index_is_in_step_and_a_second_load_changes_nothing(site):
    site.done("manage.py", "sync_search", "--check")
    site.done("manage.py", "load_demo")
    site.done("manage.py", "sync_search", "--check")


def test_two_processes_that_drain_at_once_do_no_harm(site):
    assert site.drain_twice_at_once(rounds=3) == [0, 0]
    site.done("manage.py", "sync_search", "--check")


def test_searches_are_counted(site):
    assert site.done("-c", COUNT_SEARCHES) == "2 1\n"


def test_no_migration_is_missing(site):
    site.done("manage.py", "makemigrations", "--check", "--dry-run")


def test_guesses_at_once_are_each_counted(site):
    assert site.done("-m", "tests.services.guesses_at_once") == "3 3\n"


def test_a_form_sent_twice_at_once_makes_one(site):
    assert site.done("-m", "tests.services.forms_at_once") == "5\n"
