"""Whether a translated text keeps what the program put into it: balanced tags, its links, its placeholders.

wagtail-localize hands out texts with inline tags only; of a link only a number is left (``<a id="a1">``).
"""

import re
from collections import Counter
from html.parser import HTMLParser

from django.utils.translation import gettext as _
from wagtail_localize.strings import INLINE_TAGS

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|\{\w+\}")


def mistake(source: str, translated: str) -> str:
    """What is wrong with ``translated`` as a translation of ``source``, for its writer; empty if nothing."""
    tags = _Tags()
    tags.feed(translated)
    tags.close()
    if tags.found:
        return tags.found
    if tags.open:
        return _("<%(tag)s> is not closed.") % {"tag": tags.open[-1]}
    original = _Tags()
    original.feed(source)
    original.close()
    return _lost(original.links, tags.links) or _lost(_placeholders(source), _placeholders(translated))


def _placeholders(text: str) -> Counter:
    return Counter(PLACEHOLDER.findall(text))


def _lost(expected: Counter, there: Counter) -> str:
    if missing := expected - there:
        return _("%(what)s of the original is missing.") % {"what": ", ".join(missing)}
    if strange := there - expected:
        return _("%(what)s is not in the original.") % {"what": ", ".join(strange)}
    return ""


class _Tags(HTMLParser):
    """Reads a text tag by tag; ``found`` is the first mistake."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.links: Counter = Counter()
        self.found = ""

    def handle_starttag(self, tag, attrs):
        if tag not in INLINE_TAGS:
            self._say(_("<%(tag)s> is not allowed here.") % {"tag": tag})
        elif [name for name, _value in attrs if (tag, name) != ("a", "id")]:
            self._say(_("<%(tag)s> must not have attributes.") % {"tag": tag})
        elif tag == "a":
            self.links[f'<a id="{dict(attrs).get("id", "")}">'] += 1
        if tag != "br":
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag != "br":
            self.open.pop()

    def handle_endtag(self, tag):
        if tag == "br":
            return
        if not self.open or self.open.pop() != tag:
            self._say(_("</%(tag)s> closes nothing.") % {"tag": tag})

    def handle_data(self, data):
        if "<" in data:
            self._say(_("“<” begins no tag: write &lt; instead."))

    def handle_comment(self, data):
        self._say(_("Comments are not allowed here."))

    handle_decl = unknown_decl = handle_pi = handle_comment

    def _say(self, message: str) -> None:
        self.found = self.found or message
