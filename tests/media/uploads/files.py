"""Pictures and documents to upload: ordinary ones, and hostile ones."""

import io
import struct
import zipfile
import zlib

from PIL import Image, PngImagePlugin

GPS, ORIENTATION, ARTIST, MAKE = 0x8825, 0x0112, 0x013B, 0x010F
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>45,9.1N</exif:GPSLatitude></x:xmpmeta>'


def drawn(size=(60, 40)) -> Image.Image:
    """Left half red, right half blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    return image


def picture(kind="JPEG", size=(60, 40), **options) -> bytes:
    target = io.BytesIO()
    drawn(size).save(target, kind, **options)
    return target.getvalue()


def exif(orientation=1) -> Image.Exif:
    """What a telephone notes: where, which way up, who, with what."""
    notes = Image.Exif()
    notes[ORIENTATION], notes[ARTIST], notes[MAKE] = orientation, "Anna Ferri", "Telefono 9"
    notes.get_ifd(GPS).update({1: "N", 2: (45.0, 9.0, 36.0), 3: "E", 4: (10.0, 47.0, 24.0)})
    return notes


def png_of(width: int, height: int, rows: int = 0) -> bytes:
    """A PNG that claims a size and holds ``rows`` rows of one-bit pixels, packed to nearly nothing."""
    row = b"\0" * (1 + (width + 7) // 8)
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * rows, 9)),
        (b"IEND", b""),
    ]
    chunks = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def png_with_text(text: str) -> bytes:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", text)
    return picture("PNG", pnginfo=notes)


def archive(**parts: bytes) -> bytes:
    """A ZIP; ``mimetype`` is a part like others, ``word__document`` stands for ``word/document.xml``."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def docx() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", "<w:document/>")
    return target.getvalue()


def open_document(kind="text") -> bytes:
    return archive(mimetype=f"application/vnd.oasis.opendocument.{kind}".encode(), content=b"<office/>")


def zip_bomb(size=300 * 1024 * 1024) -> bytes:
    """An archive whose one part is zeros."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file,
        file.open("zeros", "w", force_zip64=True) as part,
    ):
        for _ in range(size // (1024 * 1024)):
            part.write(b"\0" * 1024 * 1024)
    return target.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF"


def noise(size: int) -> bytes:
    """A JPEG of about ``size`` bytes, as large as a camera's: noise, which cannot be made smaller."""
    side = int((size / 1.6) ** 0.5)
    content = io.BytesIO()
    Image.effect_noise((side, side), 90).convert("RGB").save(content, "JPEG", quality=95)
    return content.getvalue()
