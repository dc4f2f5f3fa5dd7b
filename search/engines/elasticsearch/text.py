"""Text on its way into an index and back, so that both engines part it into the same words.

Elasticsearch's standard tokenizer keeps words together at an apostrophe, a full stop or an underscore
between letters. An invisible space on both sides of such a sign lets it part them, and the page's own text
can still be read back for an extract. Two control signs tell an extract where the text begins and ends.
None of the three is ever part of a page: ``search.language.text.clean`` takes them out.
"""

import re

APART = "\u200b"
BEGINS, ENDS = "\x86", "\x87"
_ADDED = re.compile(f"[{APART}{BEGINS}{ENDS}]")
_JOINING = re.compile(r"(?<=\w)[^\w\s](?=\w)|_")


def parted(text: str) -> str:
    """``text`` in which every sign parts two words."""
    return _JOINING.sub(lambda sign: f"{APART}{sign[0]}{APART}", text)


def enclosed(text: str) -> str:
    """A whole text to be indexed; empty stays empty."""
    return f"{BEGINS}{parted(text)}{ENDS}" if text else ""


def without_signs(text: str) -> str:
    """Text from an index, as the page has it."""
    return _ADDED.sub("", text)
