"""Files that would do harm are refused with a reason, within the limits, and never in this process."""

import time
import zipfile

import pytest

from media.extraction import MAX_BYTES, MAX_PAGES, WALL_SECONDS, Reason, Refused, process
from media.extraction.process import extract

from . import files

DOCX, ODT = "word/document.xml", "content.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def refused(tmp_path):
    """The reason for which a file is refused, however its content is written."""

    def reason(kind, write):
        path = tmp_path / f"file.{kind}"
        write(path)
        with pytest.raises(Refused) as refusal:
            extract(path, kind)
        return refusal.value.reason

    return reason


def test_an_encrypted_pdf(refused):
    assert refused("pdf", files.encrypted_pdf) is Reason.ENCRYPTED


def test_a_pdf_cut_short(refused):
    def cut(path):
        files.pdf(path)
        path.write_bytes(path.read_bytes()[:120])

    assert refused("pdf", cut) is Reason.BROKEN


def test_a_pdf_that_names_the_same_page_a_hundred_thousand_times(refused):
    assert refused("pdf", files.page_tree_bomb) is Reason.TOO_LONG


def test_a_pdf_of_too_many_pages(refused):
    assert refused("pdf", lambda path: files.page_tree_bomb(path, 1, MAX_PAGES + 1)) is Reason.TOO_LONG


@pytest.mark.parametrize(
    "head", [b"<!doctype html><p>Ciao</p>", b"GIF89a\x01\x00", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"]
)
def test_another_kind_of_file_named_pdf_even_with_a_pdf_inside(refused, head):
    def write(path):
        files.pdf(path)
        path.write_bytes(head + path.read_bytes())

    assert refused("pdf", write) is Reason.MISMATCH


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_html_named_as_an_office_document(refused, kind):
    assert refused(kind, lambda path: path.write_text("<p>Ciao</p>")) is Reason.MISMATCH


def test_an_archive_that_is_no_document(refused):
    def write(path):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("altro.xml", "<a/>")

    assert refused("docx", write) is Reason.MISMATCH


def test_one_office_document_named_as_the_other(refused):
    assert refused("odt", files.docx_file) is Reason.MISMATCH
    assert refused("docx", files.odt_file) is Reason.MISMATCH


@pytest.mark.parametrize("kind", ["txt", "html"])
def test_a_program_or_a_pdf_named_as_text(refused, kind):
    assert refused(kind, lambda path: path.write_bytes(b"\x7fELF\x00\x00")) is Reason.MISMATCH
    assert refused(kind, files.pdf) is Reason.MISMATCH


def test_a_zip_bomb(refused):
    def write(path):
        files.with_part(path, files.docx_file, DOCX, b" " * (90 * 1024 * 1024))

    assert refused("docx", write) is Reason.BOMB


def test_a_zip_bomb_that_lies_about_its_size(refused):
    """What is unpacked never exceeds what the archive declares, so a lie ends in an error."""

    def write(path):
        files.with_part(path, files.docx_file, DOCX, b" " * 50_000_000)
        raw = path.read_bytes()
        assert raw.count((50_000_000).to_bytes(4, "little")) == 2
        path.write_bytes(raw.replace((50_000_000).to_bytes(4, "little"), (500).to_bytes(4, "little")))

    assert refused("docx", write) is Reason.BROKEN


def test_an_archive_of_very_many_parts(refused):
    def write(path):
        with zipfile.ZipFile(path, "w") as archive:
            for number in range(5_001):
                archive.writestr(str(number), "")

    assert refused("docx", write) is Reason.BOMB


@pytest.mark.parametrize(
    ("kind", "write", "part"), [("docx", files.docx_file, DOCX), ("odt", files.odt_file, ODT)]
)
def test_entities_that_multiply(refused, kind, write, part):
    bomb = files.billion_laughs(W)
    assert refused(kind, lambda path: files.with_part(path, write, part, bomb)) is Reason.ENTITIES


def test_entities_in_a_part_that_nobody_would_look_at(refused):
    bomb = files.billion_laughs(W).decode().encode("utf-16")
    assert (
        refused("docx", lambda path: files.with_part(path, files.docx_file, "docProps/app.xml", bomb))
        is Reason.ENTITIES
    )


def test_an_entity_that_would_read_a_file_of_the_server(refused):
    reading = f"<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d xmlns='{W}'>&x;</d>".encode()
    assert (
        refused("docx", lambda path: files.with_part(path, files.docx_file, DOCX, reading)) is Reason.ENTITIES
    )


def test_a_document_that_word_has_encrypted(refused):
    assert refused("docx", lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" * 200)) is Reason.ENCRYPTED


def test_an_odt_with_a_password(refused):
    manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>"
    assert (
        refused("odt", lambda path: files.with_part(path, files.odt_file, "META-INF/manifest.xml", manifest))
        is Reason.ENCRYPTED
    )


@pytest.mark.parametrize("kind", ["pdf", "docx", "odt", "txt", "html"])
def test_a_file_without_a_byte(refused, kind):
    assert refused(kind, lambda path: path.touch()) is Reason.EMPTY


def test_a_hundred_megabytes_of_nothing_are_refused_without_a_process(refused, monkeypatch):
    def write(path):
        with path.open("wb") as file:
            file.truncate(100 * 1024 * 1024)

    monkeypatch.setattr(process.subprocess, "run", lambda *args, **more: pytest.fail("not needed"))
    assert refused("pdf", write) is Reason.TOO_LARGE
    assert MAX_BYTES < 100 * 1024 * 1024


def test_html_nested_without_end_is_read_or_refused(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<div>" * 20_000 + "fine")
    try:
        outcome = extract(path, "html").text
    except Refused as refusal:
        outcome = refusal.reason
    assert outcome in ("fine", Reason.BROKEN)


def test_a_process_that_does_not_end_is_ended(refused, monkeypatch):
    monkeypatch.setattr(process, "WALL_SECONDS", 0.2)
    monkeypatch.setattr(process, "COMMAND", ("-I", "-c", "import time; time.sleep(60)"))
    before = time.monotonic()
    assert refused("txt", lambda path: path.write_text("x")) is Reason.TOO_SLOW
    assert time.monotonic() - before < WALL_SECONDS


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("while True: pass", Reason.TOO_SLOW),
        ("bytearray(10 ** 10)", Reason.TOO_HEAVY),
        ("def f(): f()\nf()", Reason.BROKEN),
        ("import os; os.abort()", Reason.BROKEN),
        ("open(path.with_suffix('.new'), 'w').write('x' * 100_000)", Reason.BROKEN),
    ],
)
def test_a_library_that_runs_away_is_held(refused, monkeypatch, program, reason):
    """The limits hold for whatever runs in the process: here a program stands in for a library."""
    start = (
        "import sys; from media import extraction; extraction.CPU_SECONDS = 1;"
        "from media.extraction import __main__ as child;"
        f"child._read = lambda path, kind: exec({program!r}, {{'path': path}});"
        "child.main(*sys.argv[1:3])"
    )
    monkeypatch.setattr(process, "COMMAND", ("-I", "-c", start))
    assert refused("txt", lambda path: path.write_text("x")) is reason


def test_the_process_inherits_no_secret(tmp_path, monkeypatch):
    start = "import os, json; print(json.dumps({'text': ' '.join(os.environ), 'cut': False}))"
    monkeypatch.setenv("SECRET_KEY", "x")
    monkeypatch.setenv("DATABASE_URL", "x")
    monkeypatch.setattr(process, "COMMAND", ("-I", "-c", start))
    (tmp_path / "a.txt").write_text("x")
    names = set(extract(tmp_path / "a.txt", "txt").text.split())
    assert names <= {*process.INHERITED, "LC_CTYPE"}
