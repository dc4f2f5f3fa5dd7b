"""Files to read: ordinary ones, and hostile ones. Each writes its file and returns the path."""

import io
import zipfile
from pathlib import Path

import docx
import odfdo
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

WORDS = "Le spese di tessitura"


def pdf(path: Path, *texts: str) -> PdfWriter:
    """A PDF with a page for each text."""
    writer = PdfWriter()
    for text in texts or (WORDS,):
        page = writer.add_blank_page(300, 300)
        content = DecodedStreamObject()
        content.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode("cp1252"))
        font = {
            "/Type": "/Font",
            "/Subtype": "/Type1",
            "/BaseFont": "/Helvetica",
            "/Encoding": "/WinAnsiEncoding",
        }
        font = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        page[NameObject("/Contents")] = writer._add_object(content)
    writer.write(path)
    return writer


def encrypted_pdf(path: Path, password: str = "segreta", owner: str | None = None) -> None:
    writer = pdf(path)
    writer.encrypt(password, owner)
    writer.write(path)


def page_tree_bomb(path: Path, levels: int = 5, fan: int = 10) -> None:
    """A few lines that name the same page ``fan ** levels`` times over."""
    objects = {1: "<< /Type /Catalog /Pages 2 0 R >>"}
    for level in range(levels):
        parent = f"/Parent {1 + level} 0 R" if level else ""
        kids, count = f"{3 + level} 0 R " * fan, fan ** (levels - level)
        objects[2 + level] = f"<< /Type /Pages {parent} /Kids [{kids}] /Count {count} >>"
    objects[2 + levels] = f"<< /Type /Page /Parent {1 + levels} 0 R /MediaBox [0 0 9 9] >>"
    raw, places = b"%PDF-1.4\n", []
    for number, content in objects.items():
        places.append(len(raw))
        raw += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size, start = len(objects) + 1, len(raw)
    raw += f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode()
    raw += f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    path.write_bytes(raw)


def docx_file(path: Path) -> None:
    """A heading, a paragraph, a table."""
    document = docx.Document()
    document.add_heading("Guida alla domanda")
    document.add_paragraph(WORDS)
    document.add_table(1, 2).cell(0, 1).text = "in una tabella"
    document.save(str(path))


def odt_file(path: Path) -> None:
    document = odfdo.Document("text")
    document.body.append(odfdo.Header(1, "Guida alla domanda"))
    document.body.append(odfdo.Paragraph(WORDS))
    document.save(path)


def with_part(path: Path, source, name: str, content: bytes) -> None:
    """A document as ``source`` writes it, with one part put in another's place."""
    source(path)
    with zipfile.ZipFile(path) as old:
        parts = {part.filename: old.read(part) for part in old.infolist()}
    parts[name] = content
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for each, data in parts.items():
            new.writestr(each, data)
    path.write_bytes(packed.getvalue())


def billion_laughs(namespace: str) -> bytes:
    lines = ['<!ENTITY a0 "ha">'] + [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    return f"<?xml version='1.0'?><!DOCTYPE d [{''.join(lines)}]><d xmlns='{namespace}'>&a9;</d>".encode()
