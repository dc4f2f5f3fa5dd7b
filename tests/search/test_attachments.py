"""The text of documents in the index: always that of the present file, and never a private one's."""

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction

from search.index import documents
from search.query import SearchQuery
from tests.factories import pages
from tests.factories.media import attachment

pytestmark = pytest.mark.django_db


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def find(search_index):
    def hits(words, language="it"):
        return search_index.engine.search(SearchQuery(language, words)).hits

    return hits


@pytest.fixture
def document(commit):
    with commit():
        return attachment(title="Guida alla domanda")


@pytest.fixture
def private(db):
    """A collection that asks for a login, below the root."""
    collection = Collection.get_first_root_node().add_child(name="Riservata")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


def publish(page):
    page.save_revision().publish()


@pytest.fixture
def article(tree, search_index, document, commit):
    """A page with the document in a block."""
    with commit():
        page = pages.article(tree.news, title="Avviso", body=[files(document)])
        publish(page)
    return page


def files(document):
    return "files", {"title": "", "items": [{"title": "", "file": document}]}


def test_a_page_is_found_by_its_document_which_is_named(article, document, find):
    [hit] = find("tessitura")
    assert hit.title == "Avviso"
    assert (hit.found_in.title, hit.found_in.url) == ("Guida alla domanda", document.url)


def test_links_in_texts_and_a_sheets_documents_count_too(tree, search_index, document, commit, find):
    link = f'<p>Vedi la <a linktype="document" id="{document.pk}">guida</a>.</p>'
    with commit():
        publish(pages.article(tree.news, title="Testo", body=[("text", link)]))
        publish(
            pages.article(tree.news, title="Riquadro", body=[("callout", {"kind": "note", "text": link})])
        )
        kept = [("document", {"title": "Guida", "file": document})]
        publish(pages.sheet(tree.funding, title="Scheda", documents=kept))
    assert {hit.title for hit in find("tessitura")} == {"Testo", "Riquadro", "Scheda"}


def test_a_document_read_after_its_page_was_published_is_found(tree, search_index, commit, find):
    late = attachment(content=b"Il telaio")
    with commit():
        publish(pages.article(tree.news, title="Avviso", body=[files(late)]))
    assert find("telaio") == ()
    with commit():
        late.save()
    assert len(find("telaio")) == 1


def test_a_replaced_file_replaces_its_words(article, document, commit, find):
    with commit():
        document.file = ContentFile(b"Il telaio", name="guida.txt")
        document.save()
    assert find("tessitura") == ()
    assert len(find("telaio")) == 1


def test_a_renamed_document_is_named_anew(article, document, commit, find):
    with commit():
        document.refresh_from_db()
        document.title = "Guida nuova"
        document.save()
    assert find("tessitura")[0].found_in.title == "Guida nuova"


def test_a_deleted_document_takes_its_words_along(article, document, commit, find):
    with commit():
        document.delete()
    assert find("tessitura") == ()
    assert len(find("avviso")) == 1


def test_a_private_document_is_not_indexed(tree, search_index, private, commit, find):
    with commit():
        secret = attachment(collection=private)
    below = private.add_child(name="Sotto")
    with commit():
        deeper = attachment("altra.txt", b"Il telaio", collection=below)
        publish(pages.article(tree.news, title="Avviso", body=[files(secret), files(deeper)]))
    assert find("tessitura") == find("telaio") == ()
    search_index.rebuild()
    assert find("tessitura") == find("telaio") == ()


def test_a_document_moved_into_a_private_collection_is_forgotten(article, document, private, commit, find):
    with commit():
        document.refresh_from_db()
        document.collection = private
        document.save()
    assert find("tessitura") == ()


def test_a_collection_made_private_and_public_again(article, document, commit, find):
    with commit():
        restriction = CollectionViewRestriction.objects.create(
            collection=Collection.get_first_root_node(), restriction_type="password", password="x"
        )
    assert find("tessitura") == ()
    with commit():
        restriction.delete()
    assert len(find("tessitura")) == 1


def test_a_collection_moved_below_a_private_one(
    tree, search_index, private, commit, find, client, django_user_model
):
    inner = Collection.get_first_root_node().add_child(name="Aperta")
    with commit():
        shown = attachment(collection=inner)
        publish(pages.article(tree.news, title="Avviso", body=[files(shown)]))
    assert len(find("tessitura")) == 1
    client.force_login(django_user_model.objects.create_superuser("ada", password="x"))
    with commit():
        answer = client.post(f"/admin/collections/{inner.pk}/", {"name": "Aperta", "parent": private.pk})
    assert answer.status_code == 302
    assert find("tessitura") == ()


def test_an_unpublished_page_is_not_found_by_its_document(article, commit, find):
    with commit():
        article.unpublish()
    assert find("tessitura") == ()


def test_the_page_and_the_api_say_in_which_document(client, article, document):
    page = client.get("/it/cerca/", {"q": "tessitura"}).content.decode()
    assert f'In the document <a href="{document.url}">Guida alla domanda</a>' in page
    assert "Le spese di <mark>tessitura</mark>" in page
    [result] = client.get("/api/search/", {"q": "tessitura", "lang": "it"}).json()["results"]
    assert result["found_in"] == {"title": "Guida alla domanda", "url": document.url}


def test_the_texts_of_many_pages_cost_the_same_queries(tree, document, django_assert_max_num_queries):
    link = f'<p><a linktype="document" id="{document.pk}">guida</a></p>'

    def read(number):
        ids = [pages.article(tree.news, body=[("text", link)]).pk for _ in range(number)]
        with django_assert_max_num_queries(60) as counted:
            batch = documents.read_documents("it", ids)
        assert sum(bool(each.attachments) for each in batch.documents) == number
        return len(counted)

    read(1)  # fills caches
    assert read(2) == read(20)


def test_a_page_takes_only_so_much_text_along(tree, commit, monkeypatch):
    monkeypatch.setattr("search.index.attachments.MAX_TEXT", 10)
    with commit():
        both = [attachment("a.txt", b"sei ore"), attachment("b.txt", b"sette ore")]
    page = pages.article(tree.news, body=[files(each) for each in both])
    [found] = documents.read_documents("it", [page.pk]).documents
    assert [each.text for each in found.attachments] == ["sei ore", "set"]
