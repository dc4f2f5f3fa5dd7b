"""The text of ordinary documents, read in a process of its own."""

import pytest

from media.extraction import MAX_CHARACTERS
from media.extraction.process import extract

from . import files


@pytest.mark.parametrize(
    ("kind", "write", "texts"),
    [
        ("pdf", files.pdf, [files.WORDS]),
        ("docx", files.docx_file, ["Guida alla domanda", files.WORDS, "in una tabella"]),
        ("odt", files.odt_file, ["Guida alla domanda", files.WORDS]),
    ],
)
def test_documents_say_what_is_written_in_them(tmp_path, kind, write, texts):
    path = tmp_path / f"guida.{kind}"
    write(path)
    found = extract(path, kind)
    assert found.text.split("\n") == texts
    assert not found.cut


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_read_in_whatever_encoding(tmp_path, encoding):
    path = tmp_path / "nota.txt"
    path.write_bytes("Università\r\ndella  seta\x0c".encode(encoding))
    assert extract(path, "txt").text == "Università\ndella seta"


def test_html_says_what_a_browser_shows(tmp_path):
    path = tmp_path / "nota.html"
    path.write_text(
        "<!doctype html><title>Testa</title><style>p{}</style><p>Il <b>telaio</b></p>"
        "<script>nascosto()</script><template>nascosto</template>"
    )
    assert extract(path, "html").text == "Il\ntelaio"


def test_a_pdf_whose_password_only_forbids_changes_is_read(tmp_path):
    files.encrypted_pdf(tmp_path / "a.pdf", "", "padrone")
    assert extract(tmp_path / "a.pdf", "pdf").text == files.WORDS


def test_a_very_long_text_is_read_up_to_the_limit(tmp_path):
    path = tmp_path / "lungo.txt"
    path.write_text("parola " * MAX_CHARACTERS)
    found = extract(path, "txt")
    assert len(found.text) == MAX_CHARACTERS
    assert found.cut


def test_a_file_cut_in_the_middle_of_a_letter_is_still_utf_8(tmp_path):
    path = tmp_path / "lungo.txt"
    path.write_text("x" + "è" * (11 * MAX_CHARACTERS), "utf-8")
    assert set(extract(path, "txt").text) == {"x", "è"}


def test_what_no_database_can_keep_is_dropped(tmp_path):
    path = tmp_path / "nota.txt"
    path.write_bytes("tela\x01io\x7f \u2028 fine".encode())
    assert extract(path, "txt").text == "telaio\nfine"
