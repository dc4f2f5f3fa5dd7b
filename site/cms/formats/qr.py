"""Addresses as QR codes, drawn into the page."""

from functools import lru_cache

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe


@lru_cache(maxsize=1024)
def qr_code(text: str, label: str) -> SafeString:
    """``text`` as an SVG element that nobody needs to see: ``label`` says what it is. Black on nothing."""
    drawing = segno.make(text, error="l", micro=False).svg_inline(
        border=0, omitsize=True, svgclass=None, lineclass=None
    )
    start = format_html('<svg role="img" aria-label="{}"', label)
    return mark_safe(start + drawing.removeprefix("<svg"))
