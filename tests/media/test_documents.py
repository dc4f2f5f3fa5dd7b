"""The text of a document is read once for each content, in the background, and editors see how it went."""

import logging

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse

from media import reading
from media.models import Attachment, DocumentText
from tests.factories.media import attachment

pytestmark = pytest.mark.django_db


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def readings(monkeypatch):
    """The files that were read, in order."""
    read, extract = [], reading.extract
    monkeypatch.setattr(reading, "extract", lambda path, kind: read.append(path.name) or extract(path, kind))
    return read


def test_a_document_is_read_after_its_commit_and_not_before(commit, readings):
    with commit():
        document = attachment()
        assert readings == []
    assert len(readings) == 1
    document.refresh_from_db()
    assert reading.text_of(document).text == "Le spese di tessitura"


def test_the_request_only_leaves_a_task(commit, settings, readings):
    settings.TASKS = {"default": settings.TASKS["default"]} | {
        "background": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}
    }
    with commit():
        attachment()
    assert readings == []


def test_the_same_content_is_read_once(commit, readings):
    with commit():
        attachment()
        attachment(title="Copia")
    assert len(readings) == 1


def test_a_new_title_does_not_read_the_file_again(commit, readings):
    with commit():
        document = attachment()
    with commit():
        document.title = "Altro"
        document.save()
    assert len(readings) == 1


def test_a_replaced_file_is_read_and_the_old_text_forgotten(commit):
    with commit():
        document = attachment()
    with commit():
        document.file = ContentFile(b"Il telaio", name="guida.txt")
        document.save()
    document.refresh_from_db()
    assert reading.text_of(document).text == "Il telaio"
    assert DocumentText.objects.count() == 1


def test_a_deleted_document_leaves_no_text_unless_another_has_the_same(commit):
    with commit():
        first, second = attachment(), attachment()
    with commit():
        first.delete()
    assert DocumentText.objects.count() == 1
    with commit():
        second.delete()
    assert not DocumentText.objects.exists()


def test_a_refused_file_is_logged_with_its_reason_and_kept_as_such(commit, caplog):
    with caplog.at_level(logging.WARNING, "media"), commit():
        document = attachment("guida.pdf", b"<p>Ciao</p>")
    assert "guida" in caplog.text
    assert "mismatch" in caplog.text
    document.refresh_from_db()
    assert reading.text_of(document).reason == "mismatch"
    assert reading.public_texts([document.pk]) == {}


def test_a_file_that_is_gone_is_no_refusal(commit):
    with commit():
        document = attachment()
        document.file.storage.delete(document.file.name)
    assert not DocumentText.objects.exists()


def test_a_file_kept_elsewhere_is_fetched_first(commit, monkeypatch):
    monkeypatch.setattr(Attachment, "is_stored_locally", lambda document: False)
    with commit():
        document = attachment()
    document.refresh_from_db()
    assert reading.text_of(document).text == "Le spese di tessitura"


def test_the_command_reads_what_was_never_read(readings, capsys):
    attachment("a.txt", b"Uno")
    attachment("b.pdf", b"niente")
    attachment("c.zip", b"PK")
    call_command("extract_attachments")
    told = capsys.readouterr()
    assert "1 documents read, 1 refused, 0 could not be opened." in told.out
    assert "The file is not what its name says." in told.err
    call_command("extract_attachments")
    assert "0 documents read, 0 refused" in capsys.readouterr().out
    call_command("extract_attachments", "--again")
    assert "0 documents read, 1 refused" in capsys.readouterr().out


def test_the_command_goes_on_after_a_file_that_is_gone(capsys):
    lost = attachment("a.txt", b"Uno")
    lost.file.storage.delete(lost.file.name)
    attachment("b.txt", b"Due")
    call_command("extract_attachments")
    assert "1 documents read, 0 refused, 1 could not be opened." in capsys.readouterr().out


@pytest.fixture
def listing(client):
    client.force_login(get_user_model().objects.create_superuser("ada", password="x"))
    return lambda: client.get(reverse("wagtaildocs:index"))


def test_editors_see_which_documents_the_search_knows_and_why_not(listing, commit):
    with commit():
        attachment("a.txt", b"Uno")
        attachment("b.pdf", b"niente")
        attachment("c.zip", b"PK")
        attachment("e.html", b"<p></p>")
    attachment("d.txt", b"Quattro")
    page = listing().content.decode()
    for words in (
        "Found by the search",
        "Its text",
        "The file is not what its name says.",
        "Its text is not read",
        "Waiting to be read",
        "It holds no text: it may be a scanned picture.",
    ):
        assert words in page


def test_the_list_asks_the_same_for_many_documents(listing, django_assert_max_num_queries):
    def asked(number):
        for n in range(number):
            attachment(f"{number}-{n}.txt", f"{number} {n}".encode())
        with django_assert_max_num_queries(60) as queries:
            listing()
        return len(queries)

    listing()
    asked(1)
    assert asked(2) == asked(15)


def test_the_results_below_a_filter_tell_the_same(client, listing, commit):
    with commit():
        attachment("b.pdf", b"niente", title="Bando")
    listing()
    answer = client.get(reverse("wagtaildocs:index_results"), {"q": "Bando"})
    assert "The file is not what its name says." in answer.content.decode()


def test_a_file_is_given_out_only_where_it_is_known_who_may_read_it(client):
    document = attachment()
    assert client.get(document.url).status_code == 200
    assert client.get(document.file.url).status_code == 404
    odd = document.file.url.replace("/documents/", "/x/../documents/")
    assert client.get(odd).status_code == 404
