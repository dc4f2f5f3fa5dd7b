"""Links the first use of each term in a piece of HTML to its explanation. No Django, no database.

The HTML is read by a parser and copied as it stands; only running text is touched. Nothing is linked where a
link would be wrong or odd: in links, headings, titles, controls, marks, quotations, captions.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape
from html.parser import HTMLParser

CLOSED_TAGS = {
    *(
        "a",
        "abbr",
        "blockquote",
        "button",
        "caption",
        "code",
        "figcaption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ),
    *("label", "mark", "script", "select", "style", "summary", "textarea", "th", "title"),
}
CLOSED_CLASSES = {"figure", "kind", "meta", "title"}
VOID_TAGS = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

# Stands for "&" while the parser reads, so that it leaves every character reference as it is written.
AMPERSAND = "\ue000"
APOSTROPHE = "(?:'|’|&#x27;|&#39;|&rsquo;)"
SPACES = r"(?:\s|&nbsp;|&#160;)+"


class TermLinker:
    """Knows the words to look for. ``links`` are addresses by term or by another form of a term."""

    def __init__(self, links: Mapping[str, str]):
        self._links: dict[str, str] = {}
        for form, url in links.items():
            self._links.setdefault(_plain(form), url)
        self._pattern = _pattern(links)

    def link(self, html: str) -> str:
        """``html`` with the first use of each address's words as a link to it."""
        if self._pattern is None or AMPERSAND in html:
            return html
        reader = _Reader(self._first_occurrences(set()))
        reader.feed(html.replace("&", AMPERSAND))
        reader.close()
        return reader.result()

    def _first_occurrences(self, used: set[str]):
        """A function from a run of text to the same text with links; ``used`` are the addresses linked."""

        def linked(match: re.Match) -> str:
            words = _plain(unescape(match[0]))
            url = self._links.get(words) or self._links.get(words.casefold())
            if url is None or url in used:
                return match[0]
            used.add(url)
            return f'<a class="term" href="{escape(url)}">{match[0]}</a>'

        return lambda text: self._pattern.sub(linked, text)


class _Reader(HTMLParser):
    """Copies what it reads. ``_closed`` holds the element that must not hold a link, as often as it nests."""

    def __init__(self, linked):
        super().__init__(convert_charrefs=False)
        self._linked = linked
        self._out: list[str] = []
        self._text: list[str] = []
        self._closed: list[str] = []

    def result(self) -> str:
        self._flush()
        return "".join(self._out).replace(AMPERSAND, "&")

    def handle_starttag(self, tag, attrs):
        self._copy(self.get_starttag_text())
        if self._closed:
            if tag == self._closed[0]:
                self._closed.append(tag)
        elif tag not in VOID_TAGS and (tag in CLOSED_TAGS or _has_closed_class(attrs)):
            self._closed.append(tag)

    def handle_startendtag(self, tag, attrs):
        self._copy(self.get_starttag_text())

    def handle_endtag(self, tag):
        self._copy(f"</{tag}>")
        if self._closed and tag == self._closed[0]:
            self._closed.pop()

    def handle_data(self, data):
        self._text.append(data)

    def handle_comment(self, data):
        self._copy(f"<!--{data}-->")

    def handle_decl(self, decl):
        self._copy(f"<!{decl}>")

    def _copy(self, markup: str) -> None:
        self._flush()
        self._out.append(markup)

    def _flush(self) -> None:
        """Write the text read so far, with links where they may be."""
        text = "".join(self._text).replace(AMPERSAND, "&")
        self._text.clear()
        self._out.append(text if self._closed else self._linked(text))


def _pattern(forms: Iterable[str]) -> re.Pattern | None:
    """Whole words only, the longest form first; an abbreviation in capitals counts only in capitals."""
    forms = sorted({form for form in forms if form}, key=len, reverse=True)
    if not forms:
        return None
    found = "|".join(_written(form) if form.isupper() else f"(?i:{_written(form)})" for form in forms)
    return re.compile(rf"(?<![\w@&/.#-])(?:{found})(?![\w@/-]|\.\w)")


def _written(form: str) -> str:
    """A form as HTML may write it."""
    words = [re.escape(escape(word, quote=False)) for word in form.split()]
    return SPACES.join(re.sub("['’]", lambda _sign: APOSTROPHE, word) for word in words)


def _plain(text: str) -> str:
    """One way to write what can be written in several."""
    plain = " ".join(text.replace("’", "'").split())
    return plain if plain.isupper() else plain.casefold()


def _has_closed_class(attrs: list[tuple[str, str | None]]) -> bool:
    return any(name == "class" and CLOSED_CLASSES & set((value or "").split()) for name, value in attrs)
