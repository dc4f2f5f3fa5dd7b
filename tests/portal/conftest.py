from tests.funding.conftest import full_sheet, make_sheet, ministry, today  # noqa: F401
from tests.search.fixtures import search_index  # noqa: F401
