"""Words that are written in several ways: one word, two, or with a hyphen.

The same is asked of a page's text and of a question, so that "start-up", "start up" and "startup" meet in one
spelling, that without a gap; so do "C.N.R." and "CNR".
"""

import re
from collections.abc import Iterable, Iterator

from search.language.text import WORD, clean, fold

MAX_LENGTH = 30
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?")
_HYPHENS = "-‐‑–'’"

# Spellings that no rule would find; the first is the one in which all of them meet.
TABLE = """
startup: start up
scaleup: scale up
spinoff: spin off
nonprofit: non profit, no profit, not for profit, senza scopo di lucro, senza fini di lucro
forprofit: for profit
email: e mail, posta elettronica
ecommerce: e commerce, commercio elettronico, commercio online
online: on line
offline: off line
website: web site, sito web, sito internet
fundraising: fund raising, raccolta fondi
fintech: fin tech
agrifood: agri food
matchmaking: match making
clickday: click day
knowhow: know how
workshop: work shop
taxcredit: tax credit, credito d imposta
copywriting: copy writing
videogiochi: video giochi, videogames, video games
audiovisivo: audio visivo
audiovisual: audio visual
"""
# What often stands before a word with or without a gap.
_PREFIXES = """
    agri anti audio auto bio co coworking crowd cross cyber eco euro extra foto geo hyper info inter intra lab
    macro mega meta micro mini mono multi nano neo net over photo pluri poli post pre pro pseudo re self semi
    smart socio soft sotto sovra sub super tecno techno tele trans ultra vice video web
"""
PREFIXES = frozenset(_PREFIXES.split())


def _read_table() -> dict[tuple[str, ...], str]:
    found = {}
    for line in TABLE.strip().splitlines():
        together, _, others = line.partition(":")
        for spelling in (together, *others.split(",")):
            found[tuple(WORD.findall(spelling))] = together
    return found


_TABLE = _read_table()
# The words of the table: none of them is a slip.
TABLE_WORDS = frozenset(word for words in _TABLE for word in words)
_MAX_ENTRY_LENGTH = max(map(len, _TABLE))


def plain_words(text: str) -> list[str]:
    """The words of ``text``, folded; a hyphen between two of them is kept as a word of its own."""
    words, end = [], 0
    folded = fold(clean(text))
    for found in WORD.finditer(folded):
        between = folded[end : found.start()]
        if words and len(between) == 1 and between in _HYPHENS:
            words.append("-")
        words.append(found[0])
        end = found.end()
    return words


def meeting_spellings(text: str) -> set[str]:
    """The spellings in which the words of ``text`` meet others, of those that can be written otherwise."""
    words = plain_words(text)
    bare = [word for word in words if word != "-"]
    dotted = {found.replace(".", "") for found in _DOTTED.findall(fold(clean(text)))}
    return {together for _, _, together in table_matches(bare)} | set(_joined(words)) | dotted


def table_matches(words: list[str]) -> Iterator[tuple[int, int, str]]:
    """Where the table's spellings stand among ``words``: first, last and the spelling in which they meet."""
    for first in range(len(words)):
        for length in range(min(_MAX_ENTRY_LENGTH, len(words) - first), 0, -1):
            if together := _TABLE.get(tuple(words[first : first + length])):
                yield first, first + length - 1, together
                break


def spellings_of(together: str) -> Iterable[str]:
    """All spellings that meet in one, as phrases."""
    return [" ".join(words) for words, meeting in _TABLE.items() if meeting == together]


def joins(first: str, second: str) -> bool:
    """Whether two words that stand side by side are often written as one."""
    return first in PREFIXES and len(second) > 2 and second.isalpha() and len(first + second) <= MAX_LENGTH


def _joined(words: list[str]) -> Iterator[str]:
    """ "co-design" and "co design" are "codesign" too."""
    for index in range(len(words) - 1):
        first, second = words[index], words[index + 1]
        if second == "-" and index + 2 < len(words):
            pair = first + words[index + 2]
            if pair.isalpha() and len(pair) <= MAX_LENGTH:
                yield pair
        elif joins(first, second):
            yield first + second
