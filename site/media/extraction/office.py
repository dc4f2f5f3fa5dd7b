"""DOCX and ODT: XML in a zip archive, which is looked over before a library is let in."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

import docx
from defusedxml import DTDForbidden
from defusedxml.ElementTree import iterparse
from docx.oxml.ns import qn
from odfdo import Document as OdfDocument

from . import MAX_PARTS, MAX_UNPACKED, Reason, Refused, Text
from .collecting import Collected

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"  # how Word wraps a document that has a password
ODT = "application/vnd.oasis.opendocument.text"
BREAKS = (qn("w:tab"), qn("w:br"), qn("w:cr"))


def read_docx(path: Path) -> Text:
    """Everything written in the body, in tables and text boxes too; not what has been crossed out."""
    _look_over(path, "word/document.xml")
    collected, line = Collected(), []
    for node in docx.Document(path).element.body.iter(qn("w:p"), qn("w:t"), *BREAKS):
        if node.tag == qn("w:p"):
            collected.add("".join(line))
            line = []
            if collected.full:
                return collected.text(cut=True)
        else:
            line.append(node.text or "" if node.tag == qn("w:t") else " ")
    collected.add("".join(line))
    return collected.text()


def read_odt(path: Path) -> Text:
    """Headings and paragraphs; not what has been crossed out."""
    _look_over(path, "content.xml", mimetype=ODT)
    collected = Collected()
    lines = OdfDocument(path).body.xpath(
        "(//text:p|//text:h)[not(ancestor::text:tracked-changes)][not(ancestor::text:p)]"
    )
    for line in lines:
        if collected.full:
            return collected.text(cut=True)
        collected.add(line.inner_text)
    return collected.text()


def _look_over(path: Path, needed: str, mimetype: str = "") -> None:
    """Refuse what is no such document, what unpacks to far too much, and XML with entities of its own."""
    with path.open("rb") as file:
        head = file.read(4)
    if head != ZIP:
        raise Refused(Reason.ENCRYPTED if head == OLE else Reason.MISMATCH)
    try:
        with ZipFile(path) as archive:
            _measure(archive)
            _identify(archive, needed, mimetype)
            _read_through(archive)
    except BadZipFile as error:
        raise Refused(Reason.BROKEN, str(error)) from error


def _measure(archive: ZipFile) -> None:
    """By the sizes that the archive declares: Python unpacks no more of a part than that."""
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
        raise Refused(Reason.BOMB, f"{len(parts)} parts, {unpacked} bytes unpacked")
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(Reason.ENCRYPTED)


def _identify(archive: ZipFile, needed: str, mimetype: str) -> None:
    names = archive.namelist()
    declared = archive.read("mimetype").decode(errors="replace").strip() if "mimetype" in names else ""
    if needed not in names or declared != mimetype:
        raise Refused(Reason.MISMATCH)
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in archive.read(manifest):
        raise Refused(Reason.ENCRYPTED)


def _read_through(archive: ZipFile) -> None:
    """Every part of XML, a little at a time. No office program declares a document type."""
    for part in archive.infolist():
        if part.file_size and part.filename.lower().endswith((".xml", ".rels")):
            with archive.open(part) as stream:
                try:
                    for _, element in iterparse(stream, forbid_dtd=True):
                        element.clear()
                except DTDForbidden as error:
                    raise Refused(Reason.ENTITIES, part.filename) from error
