"""Uploading documents: by content, not by name; each duplicate is told."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from media.extraction import MAX_BYTES
from media.models import Attachment
from media.uploads.kinds import FILE_KINDS, FileProblem, wrong_with

from . import files

GOOD = {
    "pdf": files.PDF,
    "docx": files.docx(),
    "odt": files.open_document(),
    "ods": files.open_document("spreadsheet"),
    "xlsx": files.archive(**{"[Content_Types].xml": b"<Types/>", "xl__workbook.xml": b"<workbook/>"}),
    "zip": files.archive(a=b"1"),
    "rtf": b"{\\rtf1 Ciao}",
    "csv": "Città;Somma\n".encode(),
    "txt": "\ufeffÈ così".encode(),
}
PNG = files.picture("PNG")


@pytest.mark.parametrize("extension", GOOD)
def test_a_document_that_is_what_its_name_says_is_taken(extension):
    assert wrong_with(GOOD[extension], extension) is None


def test_every_ending_that_may_be_uploaded_is_looked_at(settings):
    assert set(FILE_KINDS) == set(settings.WAGTAILDOCS_EXTENSIONS) == set(GOOD)


def test_text_of_other_systems_is_text():
    assert wrong_with("Città".encode("cp1252"), "txt") is None
    assert wrong_with("Città".encode("utf-16"), "csv") is None


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("extension", GOOD)
def test_no_kind_passes_for_another(name, extension):
    same = name == extension or {name, extension} == {"csv", "txt"}
    zipped = extension == "zip" and name in ("docx", "odt", "ods", "xlsx")
    assert (wrong_with(GOOD[name], extension) is None) == (same or zipped)


@pytest.mark.parametrize(
    ("content", "extension", "wrong"),
    [
        (PNG, "pdf", FileProblem.MISMATCH),
        (PNG, "txt", FileProblem.MISMATCH),
        (b"MZ\x90program", "txt", FileProblem.MISMATCH),
        (b" <!DOCTYPE html><script>", "txt", FileProblem.MISMATCH),
        (files.SVG, "csv", FileProblem.MISMATCH),
        (b"a\0b", "csv", FileProblem.MISMATCH),
        (files.PDF + files.archive(Main=b"x"), "pdf", FileProblem.POLYGLOT),
        (b"{\\rtf1}" + files.archive(Main=b"x"), "rtf", FileProblem.POLYGLOT),
        (b"junk" + files.PDF, "pdf", FileProblem.MISMATCH),
        (GOOD["docx"][:60], "docx", FileProblem.BROKEN),
        (GOOD["zip"][:-5], "zip", FileProblem.BROKEN),
        (b"", "pdf", FileProblem.MISMATCH),
    ],
)
def test_what_only_looks_like_a_document_is_told_apart(content, extension, wrong):
    assert wrong_with(content, extension) == wrong


def test_an_archive_that_unpacks_to_far_too_much_is_refused():
    bomb = files.zip_bomb()
    assert len(bomb) < 1_000_000
    assert wrong_with(bomb, "zip") == FileProblem.BOMB


def test_what_may_be_uploaded_can_also_be_read(settings):
    assert settings.WAGTAILDOCS_MAX_UPLOAD_SIZE == MAX_BYTES


@pytest.fixture
def upload(admin_client):
    """Upload a document by itself; the message about the file, or empty."""

    def send(content, name="guida.pdf", **more):
        data = {"title": "Guida", "collection": 1, "file": SimpleUploadedFile(name, content), **more}
        answer = admin_client.post(reverse("wagtaildocs:add"), data)
        if answer.status_code != 200:
            return ""
        (message,) = answer.context["form"].errors["file"]
        return message

    return send


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (PNG, "guida.pdf", "The file is not what the ending of its name says"),
        (b"", "guida.pdf", "The file is empty"),
        (GOOD["docx"][:60], "guida.docx", "The file is damaged or cut off"),
        (files.PDF + files.archive(Main=b"x"), "guida.pdf", "two things at once"),
        (b"<p>Ciao", "guida.html", "File extension “html” is not allowed"),
        (b"MZ", "guida.exe", "File extension “exe” is not allowed"),
        (files.SVG, "guida.svg", "File extension “svg” is not allowed"),
    ],
)
def test_a_refusal_says_why(upload, content, name, message):
    assert message in upload(content, name)
    assert not Attachment.objects.exists()


@pytest.mark.django_db
def test_a_document_that_is_too_large_is_refused(upload, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 20
    assert "This file is too big" in upload(files.PDF)


@pytest.mark.django_db
def test_the_same_document_is_asked_about_and_may_be_kept_twice(upload):
    assert upload(files.PDF) == ""
    assert "This file is here already, as “Guida”" in upload(files.PDF, "copia.pdf")
    assert upload(files.PDF, "copia.pdf", keep_both="on") == ""
    assert Attachment.objects.count() == 2


@pytest.mark.django_db
def test_the_chooser_asks_too(admin_client, upload):
    upload(files.PDF)
    prefix = "document-chooser-upload"
    data = {f"{prefix}-title": "Copia", f"{prefix}-collection": 1}

    def send(**more):
        file = SimpleUploadedFile("copia.pdf", files.PDF)
        answer = admin_client.post(
            reverse("wagtaildocs_chooser:create"), data | {f"{prefix}-file": file} | more
        )
        return json.loads(answer.content)

    asked = send()
    assert asked["step"] == "reshow_creation_form"
    assert "This file is here already" in asked["htmlFragment"]
    assert f'name="{prefix}-keep_both"' in asked["htmlFragment"]
    assert send(**{f"{prefix}-keep_both": "on"})["step"] == "chosen"


@pytest.mark.django_db
def test_among_several_a_duplicate_is_kept_and_told(admin_client, upload):
    def send():
        answer = admin_client.post(
            reverse("wagtaildocs:add_multiple"),
            {"title": "Copia", "collection": 1, "files[]": SimpleUploadedFile("copia.pdf", files.PDF)},
            headers={"x-requested-with": "XMLHttpRequest"},
        )
        return json.loads(answer.content)

    assert "is here already" not in send()["form"]
    again = send()
    assert again["success"]
    assert "is here already" in again["form"]


@pytest.mark.django_db
def test_usage_is_counted_in_the_list(admin_client, upload, tree):
    from tests.factories.pages import article

    upload(files.PDF)
    kept = Attachment.objects.get()
    article(tree.news, body=[("files", {"title": "", "items": [{"title": "", "file": kept}]})]).save()
    listing = admin_client.get(reverse("wagtaildocs:index")).content.decode()
    assert "Used 1 time" in " ".join(listing.split())
