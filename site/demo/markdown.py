"""Markdown, as authors write it, into the rich text that Wagtail keeps."""

from collections.abc import Callable, Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

_parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "code", "fence", "hr", "html_block"])
_TAGS = {"strong": "b", "em": "i"}
_ALLOWED = {"p", "b", "i", "a", "ul", "ol", "li", "h3", "h4", "br", ""}

PAGE = "page:"


def rich_text(markdown: str, page_id: Callable[[str], int]) -> str:
    """Wagtail's rich text. A link to ``page:section/key`` becomes a link to that page.

    Raises ``ValueError`` for what an editor could not write either, such as a heading of the first level.
    """
    return _render(_parser.parse(markdown), page_id).replace("\n", "")


def _render(tokens: Sequence[Token], page_id: Callable[[str], int]) -> str:
    out = []
    for token in tokens:
        tag = _TAGS.get(token.tag, token.tag)
        if tag not in _ALLOWED:
            raise ValueError(f"<{tag}> cannot be used here")
        if token.type == "inline":
            out.append(_render(token.children or (), page_id))
        elif tag == "p" and token.level:
            continue  # Wagtail's list items hold text, no paragraphs
        elif token.type == "link_open":
            out.append(_link(str(token.attrs["href"]), page_id))
        elif token.type == "softbreak":
            out.append(" ")
        elif token.nesting == 0:
            out.append("<br/>" if tag == "br" else escape(token.content, quote=False))
        else:
            out.append(f"<{'/' * (token.nesting < 0)}{tag}>")
    return "".join(out)


def _link(href: str, page_id: Callable[[str], int]) -> str:
    if href.startswith(PAGE):
        return f'<a linktype="page" id="{page_id(href.removeprefix(PAGE))}">'
    return f'<a href="{escape(href)}">'
