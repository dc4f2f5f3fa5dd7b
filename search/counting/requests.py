"""Which searches count, and what of them: told to the server in a header that never leaves it."""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from delivery.middleware import AFTER_RESPONSE
from search.query import SearchResults, Sort
from search.question import Question

from .words import countable


def mark_search(
    request: HttpRequest, response: HttpResponse, question: Question, results: SearchResults
) -> None:
    """Note on the response what to count: a visitor's question, but not the way further through its answer.
    Editors do not count.

    What only other words than those typed have found counts as nothing found: a synonym may be wanting.
    """
    if settings.SESSION_COOKIE_NAME in request.COOKIES or not _is_new_question(question):
        return
    words = countable(question.text)
    if words:
        found = bool(results.total) and not results.corrected_from
        response[AFTER_RESPONSE] = json.dumps([question.language, words, found])


def _is_new_question(question: Question) -> bool:
    return not question.narrowed and question.sort is Sort.RELEVANCE and question.query.page == 1
