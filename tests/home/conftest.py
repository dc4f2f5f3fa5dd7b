"""The search, for the pages of the home floor."""

from tests.search.fixtures import search_index  # noqa: F401
