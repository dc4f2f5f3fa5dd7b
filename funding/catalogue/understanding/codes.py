"""Codes of the PNRR in a question: "M1C3", "m1c3 i1.3", "M1C3 1.3", "missione 1 componente 3"."""

import re

from funding.domain.measures import normalise

from .table import Pairs, WordTable
from .tokens import Token

PLAN = ("pnrr", "nrrp")
_CODE = re.compile(r"(m[1-7])(c\d)?([ir][\d.]+)?", re.ASCII)
_NUMBER = re.compile(r"\d{1,2}(\.\d{1,2}){0,2}", re.ASCII)


def code_at(tokens: list[Token], start: int, table: WordTable) -> tuple[int, Pairs] | None:
    """Where a code from ``start`` on ends, and what it says; the name of the plan may stand before it."""
    at = start + (tokens[start].folded in PLAN)
    if at >= len(tokens):
        return None
    if found := _CODE.fullmatch(tokens[at].folded):
        mission, component, measure = (part or "" for part in found.groups())
        if measure or not component:
            return _coded(at + 1, mission, component, measure)
        return _measure(tokens, at + 1, mission + component, table) or _coded(at + 1, mission, component)
    return _spelt(tokens, at, table)


def _spelt(tokens: list[Token], at: int, table: WordTable) -> tuple[int, Pairs] | None:
    mission = _part(tokens, at, "mission", table)
    if not mission or len(mission) > 1 or not "1" <= mission <= "7":
        return None
    component = _part(tokens, at + 2, "component", table)
    if len(component) != 1:
        return _coded(at + 2, f"m{mission}")
    code = f"m{mission}c{component}"
    return _measure(tokens, at + 4, code, table) or _coded(at + 4, f"m{mission}", f"c{component}")


def _part(tokens: list[Token], at: int, part: str, table: WordTable) -> str:
    """The number of a part that is spelt out."""
    if at + 1 >= len(tokens) or table.plan_words.get(tokens[at].folded) != part:
        return ""
    return tokens[at + 1].text if _NUMBER.fullmatch(tokens[at + 1].text) else ""


def _measure(tokens: list[Token], at: int, component: str, table: WordTable) -> tuple[int, Pairs] | None:
    """The number of a measure that follows a component; without a letter, an investment or a reform."""
    letters = "ir"
    if at < len(tokens):
        word = tokens[at].folded
        letter = word if word in ("i", "r") else table.plan_words.get(word, "")
        if letter.lower() in ("i", "r"):
            letters, at = letter.lower(), at + 1
    if at >= len(tokens) or not _NUMBER.fullmatch(tokens[at].text) or "." not in tokens[at].text:
        return None
    pairs = (
        pair for letter in letters for pair in _pairs("measure", f"{component}{letter}{tokens[at].text}")
    )
    return at + 1, tuple(pairs)


def _coded(end: int, mission: str, component: str = "", measure: str = "") -> tuple[int, Pairs] | None:
    name = "measure" if measure else "component" if component else "mission"
    pairs = _pairs(name, mission + component + measure)
    return (end, pairs) if pairs else None


def _pairs(name: str, code: str) -> Pairs:
    """Nothing for a code that cannot be."""
    try:
        return ((name, normalise(code.upper()) if name == "measure" else code.upper()),)
    except ValueError:
        return ()
