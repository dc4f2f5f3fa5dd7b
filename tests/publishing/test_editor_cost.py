"""What it costs to open, save and publish a sheet with every field filled: queries, and the processor's time
beside Wagtail's own editor of a page with as many fields, measured in turn in the same run.
"""

import time
from itertools import count

import pytest
from django.test import Client

from funding.models import FundingSheetPage
from tests.search.fixtures import search_index  # noqa: F401

from .editing import form_of, full_sheet
from .plain_editor import answer, our_editor, plain_editor
from .ways import Counting, _editor

pytestmark = pytest.mark.django_db

MAX_QUERIES = {"open": 64, "save": 136, "publish": 310}
DEEDS = tuple(MAX_QUERIES)
MAX_TIMES = 1.25
ROUNDS = 3


class Editors:
    """Ours and Wagtail's own, with the same sheet open in each."""

    def __init__(self, sheet, on_commit):
        self.sheet, self.user, self._on_commit = sheet, _editor(), on_commit
        self._numbers, self._forms = count(1), {}
        client = Client()
        client.force_login(self.user)
        for editor in (our_editor, plain_editor):
            with editor():
                self._forms[editor] = form_of(client, FundingSheetPage.objects.get(pk=sheet.pk))

    def do(self, editor, deed: str) -> tuple[int, float]:
        """The queries that it takes, with what waits for the commit; and the seconds of the processor until
        then. What the search's index costs afterwards is measured by ``bench_publish``."""
        data = None
        if deed != "open":
            data = self._forms[editor] | {"title": f"Bando {next(self._numbers)}"}
            for name in ("loaded_revision_id", "form_key"):
                data.pop(name, None)  # nobody else is at work
            data |= {"action-publish": "1"} if deed == "publish" else {}
        with editor() as view, Counting() as counting, self._on_commit(execute=True):
            began = time.process_time()
            said = answer(view, self.user, self.sheet.pk, data)
            seconds = time.process_time() - began
        assert said.status_code == (200 if deed == "open" else 302)
        return counting.queries, seconds


@pytest.fixture
def editors(tree, search_index, django_capture_on_commit_callbacks):  # noqa: F811
    sheet = full_sheet(tree)
    search_index.rebuild()
    return Editors(sheet, django_capture_on_commit_callbacks)


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_takes_few_queries_and_as_many_each_time(editors, deed):
    editors.do(our_editor, deed)  # with what is read only once
    asked = {editors.do(our_editor, deed)[0] for _ in range(2)}
    assert max(asked) <= MAX_QUERIES[deed]


def test_the_processor_works_little_more_than_for_wagtails_own_editor(editors):
    """The quickest of some rounds counts: what else the machine does can only make one slower. More are run
    where the first ones were disturbed."""
    spent = {(editor, deed): [] for editor in (our_editor, plain_editor) for deed in DEEDS}

    def run(rounds: int) -> dict[str, float]:
        for _ in range(rounds):
            for editor, deed in spent:
                spent[editor, deed].append(editors.do(editor, deed)[1])
        least = {key: min(seconds) for key, seconds in spent.items()}
        return {deed: least[our_editor, deed] / least[plain_editor, deed] for deed in DEEDS}

    for editor, deed in spent:
        editors.do(editor, deed)
    times = run(ROUNDS)
    for _ in range(3):
        if max(times.values()) > MAX_TIMES:
            times = run(ROUNDS)
    assert max(times.values()) <= MAX_TIMES, times
