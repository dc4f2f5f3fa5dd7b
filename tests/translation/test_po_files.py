"""A PO file goes out and comes back; a wrong one is refused as a whole, and the message names the lines."""

import polib
import pytest
from wagtail_localize.models import StringTranslation

from tests.factories import pages
from tests.translation.conftest import download, english, upload
from translation.markup import mistake

pytestmark = pytest.mark.django_db

TEXT = '<p>Leggi <a href="https://example.org/">il bando</a> con <b>cura</b>: {giorni} giorni</p>'


@pytest.fixture
def translation(tree, submit):
    page = pages.article(tree.news, title="Concerto", slug="concerto", body=[("text", TEXT)])
    page.save_revision().publish()
    return submit(page)


@pytest.fixture
def po(admin, translation):
    return polib.pofile(download(admin, translation).decode())


def refused(admin, translation, content: bytes) -> str:
    """What the editor reads; nothing was changed."""
    before = list(StringTranslation.objects.values_list("pk", "data"))
    answer = upload(admin, translation, content).content.decode()
    assert list(StringTranslation.objects.values_list("pk", "data")) == before
    assert "refused; nothing was changed" in answer
    return answer


def line_of(content: str, words: str) -> int:
    """The line at which the entry with these words begins."""
    lines = content.splitlines()
    place = next(number for number, line in enumerate(lines) if words in line)
    while not lines[place].startswith("msgctxt"):
        place -= 1
    return place + 1


def test_it_goes_out_and_comes_back(admin, translation, po):
    for entry in po:
        entry.msgstr = english(entry.msgid)
    answer = upload(admin, translation, str(po).encode())
    assert "were taken in" in answer.content.decode()
    back = polib.pofile(download(admin, translation).decode())
    assert {entry.msgid: entry.msgstr for entry in back} == {entry.msgid: entry.msgstr for entry in po}
    assert not translation.get_target_instance().live


def test_a_file_from_before_a_field_was_renamed_is_taken_in(admin, tree, submit):
    story = pages.story(tree.stories, title="Insieme", slug="insieme", solution="<p>Hanno fatto rete.</p>")
    story.save_revision().publish()
    translation = submit(story)
    old = polib.pofile(download(admin, translation).decode())
    entry = next(entry for entry in old if entry.msgctxt == "solution")
    entry.msgctxt, entry.msgstr = "action", "They built a network."
    assert "left out" not in upload(admin, translation, str(old).encode()).content.decode()
    assert StringTranslation.objects.get(context__path="solution").data == "They built a network."


def test_what_is_left_empty_stays_untranslated(admin, translation, po):
    next(entry for entry in po if entry.msgid == "Concerto").msgstr = "Concert"
    upload(admin, translation, str(po).encode())
    assert [one.data for one in StringTranslation.objects.all()] == ["Concert"]


@pytest.mark.parametrize(
    ("translated", "reason"),
    [
        ("Read the call with <b>care</b>: {giorni} days", "&lt;a id=&quot;a1&quot;&gt; of the original"),
        (
            'Read <a id="a2">the call</a> with care: {giorni} days',
            "&lt;a id=&quot;a1&quot;&gt; of the original",
        ),
        ('Read <a id="a1">the call</a> with <b>care: {giorni} days', "&lt;b&gt; is not closed"),
        ('Read <a id="a1">the call</b> with care: {giorni} days', "&lt;/b&gt; closes nothing"),
        ('Read <a id="a1">the call</a> with care: {days} days', "{giorni} of the original is missing"),
        ('Read <a id="a1">the call</a> with care: some days', "{giorni} of the original is missing"),
        ('<script>x</script><a id="a1">the call</a> {giorni}', "&lt;script&gt; is not allowed"),
        ('<a id="a1" href="https://evil.example/">the call</a> {giorni}', "must not have attributes"),
        ('<a id="a1">the call</a> < {giorni} days', "begins no tag"),
    ],
)
def test_broken_placeholders_and_html_are_named_by_their_line(admin, translation, po, translated, reason):
    for entry in po:
        entry.msgstr = translated if "bando" in entry.msgid else english(entry.msgid)
    content = str(po)
    answer = refused(admin, translation, content.encode())
    assert reason in answer
    assert f"Line {line_of(content, 'bando')}:" in answer


def test_every_wrong_line_is_named(admin, translation, po):
    for entry in po:
        entry.msgstr = "<b>not closed"
    answer = refused(admin, translation, str(po).encode())
    assert answer.count("is not closed") == len(po)


def test_the_file_of_another_page_is_refused(admin, tree, submit, translation):
    other = pages.article(tree.news, title="Concerto", slug="altro-concerto")
    content = download(admin, submit(other))
    answer = refused(admin, translation, content)
    assert "made for another page or language" in answer
    line = next(n for n, text in enumerate(content.decode().splitlines(), 1) if "TranslationID" in text)
    assert f"Line {line}:" in answer


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n',
            "Line 1: this file was made",
        ),
        (b'msgid "a"\nmsgstr "b"\nmsgstx "c"\n', "Line 3: this is not how a PO file"),
        (b'msgid "a"\nmsgstr "caff\xe8"\n', "Line 2: the file must be saved as UTF-8"),
        (b"%PDF-1.7 nothing of the kind", "not how a PO file"),
        (b"/etc/passwd", "not how a PO file"),
        (b"", "empty"),
        (b"\x00" * 100, "PO file"),
    ],
)
def test_what_is_no_po_file_of_this_site_is_refused(admin, translation, content, reason):
    assert reason in refused(admin, translation, content)


def test_a_text_that_the_page_has_no_more_is_left_out_and_named(admin, translation, po):
    for entry in po:
        entry.msgstr = english(entry.msgid)
    po.append(polib.POEntry(msgid="Vecchio", msgctxt="summary", msgstr="Old"))
    answer = upload(admin, translation, str(po).encode()).content.decode()
    assert "were taken in" in answer
    assert f"Line {line_of(str(po), 'Vecchio')}: the page does not have this text any more" in answer


def test_who_may_not_edit_the_page_may_not_upload(client, translation):
    assert upload(client, translation, b"x").redirect_chain[0][0].startswith("/admin/login/")


def test_what_a_translator_may_change():
    assert mistake("Uno <b>due</b> tre", "One two three") == ""
    assert mistake("Uno<br>due", "One<br/>two<br>three") == ""
    assert mistake("5 &lt; 6 &amp; 100%", "5 &lt; 6 &amp; 100% of it") == ""
