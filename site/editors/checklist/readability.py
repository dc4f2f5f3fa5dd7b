"""How easily a text reads, by the formula that its language was measured with. No Django.

Italian: Gulpease, P. Lucisano and M. E. Piemontese, "Gulpease: una formula per la predizione della
difficoltà dei testi in lingua italiana", Scuola e città 3 (1988): 89 + (300 sentences - 10 letters) / words.
English: reading ease, R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948):
206.835 - 1.015 words / sentences - 84.6 syllables / words.
Both run from about 0 (very hard) to 100 (very easy).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

MIN_WORDS = 60  # of fewer the formulas tell nothing
HARD = 40  # Gulpease: hard even after secondary school; Flesch: for graduates
LONG_SENTENCE = 40  # words

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,:/]\d+)*")
_ELISION = re.compile(r"(?<=\w)[’'](?=\w)")
# An end is a full stop before a blank and something that begins a sentence.
_END = re.compile(r"(?<=[.!?…])[»”\")\]]*\s+(?=[«“\"(\[]*[A-ZÀ-Þ0-9])")
_SHORTENED = re.compile(
    r"(?:^|[\s(«“\"’'])(?:[A-Za-zÀ-ÿ]|(?:[A-Za-z]\.)+[A-Za-z]|art|artt|avv|cfr|co|dott|ecc|es|fig|ing|lett"
    r"|mr|mrs|ms|no|nr|pag|pp|prof|prot|sig|sig\.ra|s\.r\.l|st|tab|tel|vs|vol)\.$",
    re.IGNORECASE,
)
_VOWELS = re.compile("[aeiouy]+")


@dataclass(frozen=True)
class Score:
    """``index`` is the name of the formula, ``points`` are rounded to a whole number."""

    index: str
    points: int
    hard: bool


def words(text: str) -> list[str]:
    """The words of ``text``; a number is one word, ``well-known`` and ``don't`` are one as well."""
    return _WORD.findall(text)


def sentences(passages: Iterable[str]) -> list[str]:
    """The sentences of several paragraphs: none runs on from one paragraph into the next."""
    return [sentence for passage in passages for sentence in _split(passage) if words(sentence)]


def _split(passage: str) -> list[str]:
    found: list[str] = []
    for part in _END.split(passage.strip()):
        if found and _SHORTENED.search(found[-1]):
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def gulpease(passages: Iterable[str]) -> float:
    """The Gulpease index of a text of at least one word. An elided article is a word of its own."""
    parts = sentences(passages)
    tokens = [word for part in parts for word in words(_ELISION.sub("’ ", part))]
    letters = sum(character.isalnum() for word in tokens for character in word)
    return 89 + (300 * len(parts) - 10 * letters) / len(tokens)


def flesch(passages: Iterable[str]) -> float:
    """The reading ease of an English text of at least one word."""
    parts = sentences(passages)
    tokens = [word for part in parts for word in words(part)]
    spoken = sum(syllables(word) for word in tokens)
    return 206.835 - 1.015 * len(tokens) / len(parts) - 84.6 * spoken / len(tokens)


def syllables(word: str) -> int:
    """About how many syllables an English word has: its groups of vowels without a silent e at the end."""
    plain = word.lower()
    count = len(_VOWELS.findall(plain))
    if plain.endswith(("es", "ed")) and not plain.endswith(("ses", "ces", "xes", "zes", "ches", "shes")):
        silent = not plain.endswith(("ted", "ded", "ies", "ied", "ees", "eed", "les", "led"))
    else:
        silent = plain.endswith("e") and not plain.endswith(
            ("ee", "le", "ie", "ye", "oe", "tre", "bre", "cre")
        )
    return max(1, count - 1 if silent and count > 1 else count)


FORMULAS: dict[str, tuple[str, Callable[[Iterable[str]], float]]] = {
    "it": ("Gulpease", gulpease),
    "en": ("Flesch", flesch),
}


def readability(passages: Iterable[str], language: str) -> Score | None:
    """The score of a text; None for a language without a formula and for a text of few words."""
    passages = list(passages)
    if language not in FORMULAS or sum(len(words(passage)) for passage in passages) < MIN_WORDS:
        return None
    index, formula = FORMULAS[language]
    points = round(formula(passages))
    return Score(index, points, points < HARD)


def longest_sentence(passages: Iterable[str]) -> str:
    """The sentence with the most words, if it has more than anybody can follow; otherwise empty."""
    found = max(sentences(passages), key=lambda sentence: len(words(sentence)), default="")
    return found if len(words(found)) > LONG_SENTENCE else ""
