"""Text made safe and comparable: the same cleaning for what is indexed and for what is asked."""

import re
import unicodedata

# Control characters, lone surrogates (which UTF-8 cannot carry) and signs that only steer the layout.
_UNWANTED = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+"
)
_ENDS = ".?!:;,…·"
_SPACES = re.compile(r"\s+")
WORD = re.compile(r"[^\W_]+")
_MAX_TYPED = 12


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
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()


def title_key(title: str) -> str:
    """What titles are ordered by: without accents, capitals and the signs before the first word."""
    return fold(join_lines(title)).lstrip("\"'«“‘([ ")[:200]


def typed_words(text: str) -> list[str]:
    """The first words of what somebody is typing, or of a title, folded."""
    return WORD.findall(fold(clean(text[:400])))[:_MAX_TYPED]


def prefixes_of(word: str, max_length: int) -> list[str]:
    """``mu``, ``mus``, ``muse`` and so on up to ``max_length`` letters, from the first one."""
    return [word[:length] for length in range(1, min(len(word), max_length) + 1)]
