import io

import pytest
from django.core.cache import cache
from django.core.wsgi import get_wsgi_application

from delivery.page_cache import PageCache
from search.counting.store import count
from search.models import SearchCount


@pytest.fixture(autouse=True)
def _nothing_counted():
    """Each test begins with the whole limit of a minute."""
    cache.clear()


@pytest.fixture
def visit(db):
    """Ask for an address as a visitor does, through the page cache; returns status and headers."""
    application = PageCache(get_wsgi_application(), after_response=count)

    def ask(path, query="", **environ):
        answer = []
        request = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "testserver",
            "SERVER_NAME": "testserver", "SERVER_PORT": "80", "HTTP_USER_AGENT": "Mozilla/5.0",
            "wsgi.errors": None, "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(),
        }  # fmt: skip
        body = application(
            request | environ, lambda status, pairs, exc_info=None: answer.extend((status, pairs))
        )
        b"".join(body)
        getattr(body, "close", lambda: None)()
        return answer[0], dict(answer[1])

    return ask


@pytest.fixture
def counted(db):
    """What has been counted: searches and those without results, by language and words."""

    def read(**more):
        rows = SearchCount.objects.filter(**more)
        return {(row.language, row.words): (row.searches, row.without_results) for row in rows}

    return read
