"""Codes of letters and digits, however they are typed: "M1C3I1.3", "m1c3 i1.3", "M1C3 1.3", "M1C3I1.03.00".

A code is read as runs of letters and of digits; signs, blanks, case and padding do not matter.
"""

import re
from collections.abc import Iterator

from search.language.text import clean, fold

MAX_LENGTH = 40
_CANDIDATE = re.compile(r"[a-z0-9]+(?:[./_-][a-z0-9]+)*", re.ASCII)
_RUN = re.compile(r"[a-z]+|\d+", re.ASCII)
_SIGNS = re.compile(r"[^a-z0-9]+", re.ASCII)
_LETTERS = re.compile(r"[a-z]{2,4}", re.ASCII)
_LONG_NUMBER = re.compile(r"0\d{2,}|\d{6,}", re.ASCII)
_CURRENCIES = ("eur", "euro")
# How the parts of a measure of the PNRR are spelt out: "missione 1, componente 3, investimento 1.3".
_MEASURE = {
    "missione": "m",
    "mission": "m",
    "componente": "c",
    "component": "c",
    "investimento": "i",
    "investment": "i",
}


def is_code(text: str) -> bool:
    """Whether ``text`` holds both letters and digits."""
    folded = fold(text)
    return any(sign.isdigit() for sign in folded) and any(sign.isalpha() for sign in folded)


def opens_code(text: str, following: str) -> bool:
    """Whether a few letters and the number that follows are one code, as "ECS 00000017" is."""
    letters = fold(text)
    return bool(
        letters not in _CURRENCIES and _LETTERS.fullmatch(letters) and _LONG_NUMBER.fullmatch(following)
    )


def measure_part(text: str, first: bool = False) -> str:
    """The letter for a word that names a part of a measure; ``first`` of one, it is its mission."""
    letter = _MEASURE.get(fold(text), "")
    return letter if not first or letter == "m" else ""


def code_keys(text: str) -> set[str]:
    """The terms by which the codes in a page's text are found, whole and by their beginnings."""
    keys: set[str] = set()
    for found in _CANDIDATE.finditer(fold(clean(text))):
        if is_code(found[0]):
            keys.update(_keys_of(found[0]))
    return keys


def query_keys(typed: str) -> list[str]:
    """The terms to look for when somebody typed ``typed``, which may have blanks in it."""
    folded = fold(typed)
    return list(dict.fromkeys(key for key in (_key(_runs(folded)), _SIGNS.sub("", folded)) if _fits(key)))


def _keys_of(code: str) -> Iterator[str]:
    runs = _runs(code)
    yield from filter(_fits, (_key(runs), _SIGNS.sub("", code)))
    for end in range(2, len(runs)):
        if runs[end - 1].isdigit() and any(run.isalpha() for run in runs[:end]):
            yield _key(runs[:end])
    # The last letter before the numbers is often left out: "M1C3 1.3".
    letters = [index for index, run in enumerate(runs) if run.isalpha() and len(run) == 1]
    if len(letters) > 2 and letters[-1] < len(runs) - 1:
        yield _key(runs[: letters[-1]] + runs[letters[-1] + 1 :])


def _runs(code: str) -> list[str]:
    """Numbers without padding, and without the noughts at the end that only pad: 1.03.00 is 1.3."""
    runs = [run if run.isalpha() else run.lstrip("0") or "0" for run in _RUN.findall(code)]
    while len(runs) > 2 and runs[-1] == "0" and runs[-2].isdigit():
        runs.pop()
    return runs


def _key(runs: list[str]) -> str:
    """One word for any analysis: numbers side by side are kept apart by an x."""
    parts: list[str] = []
    for run in runs:
        if parts and parts[-1].isdigit() and run.isdigit():
            parts.append("x")
        parts.append(run)
    return "".join(parts)


def _fits(key: str) -> bool:
    return 1 < len(key) <= MAX_LENGTH
