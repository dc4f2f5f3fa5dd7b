"""A page turned into what the checklist reads. Asks the database for the pictures of the body at most."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import StreamField

from cms.blocks.button import ButtonBlock
from cms.blocks.picture import PictureBlock
from cms.page_content import Heading, PageContent, ShownPicture

PARAGRAPHS = ("p", "li")
HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def draft_of(page) -> PageContent:
    """What ``page`` says as it stands in memory: its latest draft, in an editor."""
    reader = _Reader()
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            stream = getattr(page, field.name)
            if stream:
                reader.read(stream.stream_block, stream)
    return PageContent(
        language=page.locale.language_code,
        title=page.title,
        search_title=page.seo_title,
        summary=page.summary,
        pictures=(*_own_picture(page), *reader.pictures),
        outline=tuple(reader.outline),
        links=tuple(reader.links),
        passages=(page.summary, *reader.passages),
        days=tuple(page.days_to_check()),
        questions=tuple(page.questions()),
    )


def _own_picture(page) -> Iterator[ShownPicture]:
    if page.picture_id:
        yield ShownPicture(_("The page’s picture"), page.picture_alt)


class _Reader:
    """Goes through a stream in the order of the page."""

    def __init__(self):
        self.outline: list[Heading] = []
        self.links: list[str] = []
        self.passages: list[str] = []
        self.pictures: list[ShownPicture] = []

    def read(self, block: blocks.Block, value: Any) -> None:
        if not value:
            return
        if hasattr(block, "outline"):
            self.outline += [Heading(level, text) for level, text in block.outline(value)]
        if isinstance(block, blocks.StreamBlock):
            for child in value:
                self.read(child.block, child.value)
        elif isinstance(block, blocks.ListBlock):
            for item in value:
                self.read(block.child_block, item)
        elif isinstance(block, blocks.StructBlock):
            self._note(block, value)
            for name, child in block.child_blocks.items():
                self.read(child, value.get(name))
        elif isinstance(block, blocks.RichTextBlock):
            self._read_html(value.source)
        elif isinstance(block, blocks.TextBlock):
            self.passages += str(value).splitlines()

    def _note(self, block: blocks.StructBlock, value: blocks.StructValue) -> None:
        if isinstance(block, PictureBlock) and value.get("image"):
            location = _("The picture “%(title)s”") % {"title": value["image"].title}
            self.pictures.append(
                ShownPicture(location, value.get("alt") or "", bool(value.get("decorative")))
            )
        if isinstance(block, ButtonBlock):
            self.links.append(value.get("text") or "")

    def _read_html(self, html: str) -> None:
        markup = _Markup()
        markup.feed(html)
        markup.close()
        self.outline += markup.outline
        self.links += markup.links
        self.passages += markup.passages


class _Markup(HTMLParser):
    """Headings, links and paragraphs of rich text."""

    def __init__(self):
        super().__init__()
        self.outline: list[Heading] = []
        self.links: list[str] = []
        self.passages: list[str] = []
        self._open: dict[str, str] = {}

    def handle_starttag(self, tag, attrs):
        if tag in (*PARAGRAPHS, *HEADINGS, "a"):
            self._open[tag] = ""
        elif tag == "br":
            self.handle_data("\n")

    def handle_data(self, data):
        self._open = {tag: text + data for tag, text in self._open.items()}

    def handle_endtag(self, tag):
        text = self._open.pop(tag, None)
        if text is None:
            return
        if tag in HEADINGS:
            self.outline.append(Heading(int(tag[1]), text.strip()))
        elif tag == "a":
            self.links.append(text.strip())
        else:
            self.passages.append(text.strip())
