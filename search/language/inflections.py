"""The forms in which a word is still the same word, by the table of languages.

A stemmer joins more than that: "sala" and "salute", "Marche" and "marchio" share their stems and are
different words. So a page that a stem has found must also hold one of these forms. The words of places' names
have no other form, and are no form of another word but of an adjective of the same letters.
"""

from collections.abc import Iterator

from .languages import Language
from .place_names import ADJECTIVES

MIN_LENGTH = 3  # letters of a form
MAX_FORMS = 24  # forms of a word


def forms_of(word: str, language: Language) -> tuple[str, ...]:
    """The forms of a folded word, itself first. Some exist in no dictionary, and so on no page."""
    if not word.isalpha() or word in language.place_names:
        return (word,)
    if word[:-1] in language.twins.split():
        found = swapped(word, language.twin_inflections)
    else:
        found = [*_irregular(word, language), *_number(word, language), *_longer(word, language)]
    others = (form for form in found if form not in language.place_names or form in ADJECTIVES)
    return tuple(dict.fromkeys([word, *others]))[:MAX_FORMS]


def _irregular(word: str, language: Language) -> Iterator[str]:
    for group in language.irregular.split():
        if word in (forms := group.split("/")):
            yield from (form for form in forms if form != word)


def _number(word: str, language: Language) -> list[str]:
    """Singulars and plurals. "Marche" is the plural of "marca" and no form of "marchi", nor is "luce" one
    of "luca": an ending of several letters changes as a whole."""

    def length_kept(form: str) -> int:
        ends = (len(form) - len(ending) for ending in language.alone.split() if form.endswith(ending))
        return next(ends, 0)

    swaps = _swapped(word, language.inflections)
    return [form for form, left in swaps if all(length_kept(one) in (0, left) for one in (word, form))]


def _longer(word: str, language: Language) -> list[str]:
    swaps = _swapped(word, language.long_inflections)
    return [form for form, left in swaps if left >= language.long_from]


def same_word(one: str, other: str, language: Language) -> bool:
    """Whether two folded words are forms of each other."""
    return one == other or other in forms_of(one, language) or one in forms_of(other, language)


def swapped(word: str, endings: str) -> list[str]:
    """``word`` with other endings. ``a/b`` in the table goes both ways, ``a>b`` only from the first to the
    second; either may be empty."""
    return [form for form, _left in _swapped(word, endings)]


def _swapped(word: str, endings: str) -> Iterator[tuple[str, int]]:
    """Each form, and how many letters before the ending it keeps."""
    for pair in endings.split():
        one, _, other = pair.replace("/", ">").partition(">")
        ways = [(one, other), (other, one)] if "/" in pair else [(one, other)]
        for old, new in ways:
            left = len(word) - len(old)
            if word.endswith(old) and left + len(new) >= MIN_LENGTH and left > 1:
                yield word[:left] + new, left
