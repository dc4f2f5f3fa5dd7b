"""What a page of the admin says: to the eye, to a screen reader, and through its scripts."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

SAID = {"aria-label", "aria-description", "title", "placeholder", "alt", "label", "summary", "data-label"}
# Attributes of Wagtail's scripts that carry words; others carry names of parts.
WORDED = re.compile(
    r"^data-.*(?:label|text|message|title|hint|help|value|param|placeholder|description|content|active|block)"
)
JSON_KEYS = {"label", "helpText", "help_text", "text", "description", "placeholder", "title", "message"}
UNSAID = {"style", "svg", "code", "pre", "kbd"}
BLOCKS = {"p", "div", "li", "td", "th", "h1", "h2", "h3", "h4", "label", "option", "button", "a", "dt", "dd"}
BLOCKS |= {"section", "tr", "ul", "form", "legend", "summary", "br", "figcaption", "template", "span"}


class Page(HTMLParser):
    """Reads one answer; ``texts`` are what it says, ``links`` where it leads (GET only)."""

    def __init__(self, html: str, address: str = ""):
        super().__init__(convert_charrefs=True)
        self.html, self.address, self.language = html, address, ""
        self.texts: set[str] = set()
        self.links: list[str] = []
        self._unsaid: list[str] = []
        self._script: str | None = None
        self._run: list[str] = []
        self._foreign: list[str] = []  # elements with a language of their own
        self.feed(html)
        self.close()
        self._end_run()

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = values.get("lang", "")
        elif ("lang" in values or self._foreign) and tag not in VOID:
            self._foreign.append(tag)
        if tag in BLOCKS:
            self._end_run()
        if tag in UNSAID or "data-side-panel-toggle-counter" in values:  # a number that a script sets
            self._unsaid.append(tag)
        if tag == "script":
            self._script = values.get("type", "")
        self._attributes(tag, values)

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self._end_run()
        if tag == "script":
            self._script = None
        if self._unsaid and self._unsaid[-1] == tag:
            self._unsaid.pop()
        if self._foreign and self._foreign[-1] == tag:
            self._foreign.pop()

    def handle_data(self, data):
        if self._unsaid or self._foreign:
            return
        if self._script is None:
            self._run.append(data)
        elif "json" in self._script:
            self._json(data)
        elif "html" in self._script or "template" in self._script:
            self._within(data)

    def _end_run(self):
        text = " ".join("".join(self._run).split())
        self._run = []
        if text:
            self.texts.add(text)

    def _attributes(self, tag, values):
        for name, value in values.items():
            if not value:
                continue
            if (name == "href" and tag == "a") or re.fullmatch(r"data-.*url-value", name):
                self.links.append(urljoin(self.address, value))
            elif self._foreign:
                continue
            elif name in SAID or (name == "value" and tag == "input" and values.get("type") == "submit"):
                self.texts.add(" ".join(value.split()))
            elif name.startswith("data-") and value[0] in "[{":
                self._json(value)
            elif WORDED.match(name) and " " in value.strip():
                self._within(value) if "<" in value else self.texts.add(" ".join(value.split()))

    def _json(self, source: str):
        try:
            told = json.loads(source)
        except ValueError:
            return
        for text in _strings(told):
            if text.startswith("/admin/"):
                self.links.append(text)
                continue
            self._within(text) if "<" in text else self.texts.add(" ".join(text.split()))

    def _within(self, html: str):
        inner = Page(html, self.address)
        self.texts |= inner.texts
        self.links += inner.links


VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def _strings(value: Any, key: str = "") -> Iterator[str]:
    """What of a script's data is shown: values by their name, and whole phrases."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _strings(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part, key)
    elif isinstance(value, str) and (key in JSON_KEYS or " " in value or value[:1] in "</"):
        yield value


def path_of(address: str) -> str:
    """An address of the admin without its query; empty for any other."""
    parts = urlsplit(address)
    own = parts.netloc in ("", "testserver") and parts.path.startswith("/admin/")
    return parts.path if own else ""
