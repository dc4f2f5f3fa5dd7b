"""Counts the searches of requests, those answered by the page cache included."""

import json
import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from delivery.middleware import ON_HIT
from search.query import SearchResults, Sort
from search.question import Question

from .counter import tally
from .store import write_now_and_then
from .words import countable

_ROBOT = re.compile(r"bot\b|crawl|spider|slurp|preview", re.IGNORECASE)


def count_search(
    request: HttpRequest, response: HttpResponse, question: Question, results: SearchResults
) -> None:
    """Count a visitor's question. To look further through its answer is no new one; editors do not count.

    What only other words than those typed have found counts as nothing found: a synonym may be wanting.
    """
    if settings.SESSION_COOKIE_NAME in request.COOKIES or not _asked_anew(question):
        return
    words = countable(question.text)
    if words:
        found = bool(results.total) and not results.corrected_from
        response[ON_HIT] = json.dumps([question.language, words, found])
        count_again(response[ON_HIT], request.headers.get("User-Agent", ""))


def count_again(counted: str, agent: str) -> None:
    """Count what the header ``ON_HIT`` said, for one more visitor. The page cache calls this."""
    if not _ROBOT.search(agent):
        tally.search(*json.loads(counted))
        write_now_and_then()


def _asked_anew(question: Question) -> bool:
    return not question.narrowed and question.sort is Sort.RELEVANCE and question.query.page == 1
