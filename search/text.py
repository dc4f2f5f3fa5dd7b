"""Text made safe and comparable: the same cleaning for what is indexed and for what is asked."""

import re
import unicodedata

# Control characters, lone surrogates (which UTF-8 cannot carry) and signs that only steer the layout.
_UNWANTED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b\u200e\u200f\u2028-\u202e\u2060\ufeff]+")
_ENDS = ".?!:;,…·"
_SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """``text`` in composed form on one line, without anything that an engine or a page chokes on."""
    text = _UNWANTED.sub(" ", unicodedata.normalize("NFC", text.replace("\u00ad", "")))
    return _SPACES.sub(" ", text).strip()


def join_lines(text: str) -> str:
    """``text`` on one line, in which headings and paragraphs can still be told apart."""
    lines = [line for line in map(clean, text.splitlines()) if line]
    return " ".join(line if line[-1] in _ENDS else f"{line} ·" for line in lines).removesuffix(" ·")


def fold(text: str) -> str:
    """``text`` without accents and in lower case, to compare and to sort by."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()


def title_key(title: str) -> str:
    """What titles are ordered by: without accents, capitals and the signs before the first word."""
    return fold(join_lines(title)).lstrip("\"'«“‘([ ")[:200]
