"""Wagtail's own search, for the admin, with whatever an editor may type.

On SQLite a quotation mark in the words breaks the full-text query, so the words are reduced to letters,
digits and spaces before Wagtail sees them.
"""

import re

from modelsearch.backends import database
from modelsearch.backends.base import EmptySearchResults
from modelsearch.query import PlainText

NOT_A_WORD = re.compile(r"[^\w\s]|_", re.UNICODE)
MAX_CHARACTERS = 200


def plain_words(query):
    """A string without any sign that a search engine could read; anything but a string as it is."""
    if isinstance(query, PlainText):
        return PlainText(plain_words(query.query_string), operator=query.operator, boost=query.boost)
    if not isinstance(query, str):
        return query
    return " ".join(NOT_A_WORD.sub(" ", query[:MAX_CHARACTERS]).split())


def _empty(query) -> bool:
    return query == "" or (isinstance(query, PlainText) and not query.query_string)


def SearchBackend(params):  # noqa: N802 - the name that Wagtail looks for
    """The backend of the default database; see ``WAGTAILSEARCH_BACKENDS``."""
    base = type(database.SearchBackend(params))

    class PlainWordsBackend(base):
        def search(self, query, *args, **kwargs):
            words = plain_words(query)
            return EmptySearchResults() if _empty(words) else super().search(words, *args, **kwargs)

        def autocomplete(self, query, *args, **kwargs):
            words = plain_words(query)
            return EmptySearchResults() if _empty(words) else super().autocomplete(words, *args, **kwargs)

    return PlainWordsBackend(params)
