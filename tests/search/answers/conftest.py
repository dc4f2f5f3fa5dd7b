"""The demonstration content in each engine, loaded once for all tests of this folder."""

import secrets

import pytest
from django.db import transaction

from demo import pictures
from demo.loader import load
from search.engines.tantivy import TantivyEngine
from search.index.documents import document_batches

LANGUAGES = ("it", "en")


@pytest.fixture(scope="package")
def everything(django_db_setup, django_db_blocker):
    """Loading it takes longer than the tests do. It is taken back after the last of them."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(pictures, "filters", lambda picture: [])
        load()
        yield
        transaction.set_rollback(True)


def fill(engine):
    for language in LANGUAGES:
        with engine.rebuild(language) as changes:
            for batch in document_batches(language):
                changes.put(batch.documents)
    return engine


@pytest.fixture(scope="package")
def tantivy_content(everything, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        return fill(TantivyEngine(tmp_path_factory.mktemp("search")))


@pytest.fixture(scope="package")
def elasticsearch_content(everything, django_db_blocker, elasticsearch_url):
    from search.engines.elasticsearch import ElasticsearchEngine

    engine = ElasticsearchEngine(elasticsearch_url, prefix=f"test-{secrets.token_hex(6)}")
    with django_db_blocker.unblock():
        yield fill(engine)
    engine.indexes.remove_all()
