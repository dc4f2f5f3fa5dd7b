"""What of a text written by hand has no place in another: by blocks, and without what only looks different.

A form writes keys of paragraphs and empty values that a program does not; nobody has changed those.
"""

from typing import Any

from bs4 import BeautifulSoup
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

EMPTY: tuple = (None, "", [], {}, False)
OF_THE_FORM = "data-block-key"
MAX_CHARACTERS = 300  # of a block's text that are shown


def lost_blocks(written: StreamValue, fresh: StreamValue) -> str:
    """Markup that names the blocks of ``written`` that ``fresh`` lacks, with those of their texts that it
    lacks, and the blocks that come back with it; empty where nothing goes."""
    there = [_plain(block.get_prep_value()) for block in fresh]
    kept = {text for block in fresh for text in _texts(block)}
    rows = []
    for block in written:
        plain = _plain(block.get_prep_value())
        if plain in there:
            there.remove(plain)
        else:
            texts = " ".join(text for text in _texts(block) if text not in kept)
            rows.append((block.block.label, Truncator(texts).chars(MAX_CHARACTERS)))
    ours = {block.id for block in written}
    rows += [(block.block.label, _("taken out here, comes back")) for block in fresh if block.id not in ours]
    lines = format_html_join(
        "", "<li>{}{}</li>", ((label, f": {text}" if text else "") for label, text in rows)
    )
    return format_html("<ul>{}</ul>", lines) if rows else ""


def _texts(block) -> list[str]:
    return block.block.get_searchable_content(block.value)


def _plain(value: Any) -> Any:
    """``value`` as it is stored, without keys and what is empty; rich text with its attributes in order."""
    if isinstance(value, dict):
        found = {name: _plain(part) for name, part in value.items() if name != "id"}
        return {name: part for name, part in found.items() if part not in EMPTY}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return _markup(value) if isinstance(value, str) and "<" in value else value


def _markup(source: str) -> str:
    soup = BeautifulSoup(source, "html.parser")
    for tag in soup.find_all(True):
        tag.attrs = {name: tag.attrs[name] for name in sorted(tag.attrs) if name != OF_THE_FORM}
    return str(soup)
