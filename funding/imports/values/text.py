"""Text of open data: blanks, markup and control characters that nobody meant. No Django here."""

import html
import re
import unicodedata

# Control, zero-width and direction marks: they hide in copied text, and one can turn a line round.
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
BREAKING = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|tr)\b[^<>]*>", re.IGNORECASE)
ELLIPSIS = "…"


def normalise_space(text: str) -> str:
    """One line, single blanks, nothing invisible; otherwise as the source writes it."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(INVISIBLE.sub("", text.replace("\xa0", " ").replace("\r", "\n")).split())


def plain(text: str) -> str:
    """For comparison: small letters, no accents, straight apostrophes."""
    letters = unicodedata.normalize("NFKD", normalise_space(text).replace("’", "'").casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def without_markup(text: str) -> str:
    """The words of a text that may be HTML, its paragraphs on lines of their own.

    Removing a tag can leave another one, and so can unescaping: both are done once. What still looks like
    markup afterwards is text, and is escaped wherever it is shown.
    """
    if "<" in text:
        text = TAG.sub("", BREAKING.sub("\n", text))
    if "&" in text:
        text = html.unescape(text)
    return "\n".join(line for line in map(normalise_space, text.splitlines()) if line)


def truncate(text: str, length: int) -> str:
    """At most ``length`` characters, cut between words, with an ellipsis that says so."""
    if len(text) <= length:
        return text
    kept = text[: length - 1]
    head, blank, _tail = kept.rpartition(" ")
    return (head if blank and len(head) > length // 2 else kept).rstrip(" ,;:-–") + ELLIPSIS


def first_sentences(text: str, length: int) -> str:
    """As many whole sentences as fit; a first one that is too long is cut."""
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-Þ“\"«])", text)
    kept = ""
    for sentence in sentences:
        longer = f"{kept} {sentence}".strip()
        if len(longer) > length:
            break
        kept = longer
    return kept or truncate(text, length)
