"""An address as a QR code that a page can carry."""

import re
from xml.etree import ElementTree

import segno

from cms.formats.qr import qr_code

ADDRESS = "https://intreccio.example.org/it/bandi/coproduzioni-cinematografiche-minoritarie-2026/"


def dark(svg: ElementTree.Element) -> set[tuple[int, int]]:
    """The dark squares that the drawing's strokes cover, as column and row."""
    (path,) = svg.iter("path")
    squares, x, y = set(), 0.0, 0.0
    for command, numbers in re.findall(r"([MmhH])([^MmhH]*)", path.get("d")):
        values = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            squares |= {(int(x + step), int(y)) for step in range(int(values[0]))}
            x += values[0]
        else:
            x, y = (values[0], values[1]) if command == "M" else (x + values[0], y + values[1])
    return squares


def test_draws_every_dark_square_of_the_code():
    svg = ElementTree.fromstring(qr_code(ADDRESS, "QR code"))
    matrix = segno.make(ADDRESS, error="l", micro=False).matrix
    assert dark(svg) == {(x, y) for y, row in enumerate(matrix) for x, square in enumerate(row) if square}


def test_is_small_and_needs_no_style():
    code = qr_code(ADDRESS, "QR code")
    assert len(code) < 3_000
    assert "style" not in code


def test_its_label_is_text():
    svg = ElementTree.fromstring(qr_code(ADDRESS, '"><script>'))
    assert svg.get("aria-label") == '"><script>'
    assert svg.get("role") == "img"
