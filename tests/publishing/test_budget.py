"""What publishing a sheet costs in queries, beyond what Wagtail itself asks for the same page."""

from itertools import count

import pytest

from funding.models import SheetChange
from search.models import OutboxEntry
from search.query import SearchQuery
from tests.search.fixtures import search_index  # noqa: F401

from .editing import full_sheet
from .wagtails_own import wagtails_own
from .ways import WAYS, Counting, title

pytestmark = pytest.mark.django_db

MAX_QUERIES = 60


@pytest.fixture
def sheet(tree, search_index):  # noqa: F811
    made = full_sheet(tree)
    search_index.rebuild()
    return made


@pytest.mark.parametrize("way", WAYS)
def test_publishing_a_sheet_asks_little_more_than_wagtail_does(
    way,
    sheet,
    search_index,  # noqa: F811
    django_capture_on_commit_callbacks,
):
    numbers = count(1)

    def queries() -> int:
        publish = way(sheet, next(numbers))
        with Counting() as counting, django_capture_on_commit_callbacks(execute=True):
            publish()
        return counting.queries

    def noticed(number: int) -> bool:
        results = search_index.engine.search(SearchQuery("it", title(number), any_word=False))
        return [hit.page_id for hit in results.hits] == [sheet.pk]

    queries()  # with what is read only once
    ours = queries()
    assert noticed(2)
    assert _logged(sheet) == 2
    with wagtails_own():
        own = queries()
    assert not noticed(3)
    assert not OutboxEntry.objects.exists()
    assert _logged(sheet) == 2
    assert own < ours <= own + MAX_QUERIES


def _logged(sheet) -> int:
    return SheetChange.objects.filter(sheet_key=sheet.translation_key, field="closes").count()
