"""Forms of a word that the stemmer of its language keeps apart: "artigiano" from "artigiani", "ente" from
"enti", "theater" from "theatre". The table of languages tells the endings.
"""

from dataclasses import replace

from search.language.analysis import Analysis
from search.language.inflections import forms_of, swapped
from search.language.languages import Language
from search.language.words import Alternative, Clause

from .clauses import is_open
from .spellings import plain_words

# A word of so few letters from a vowel on that the stemmer leaves whole is read with its other endings.
SHORT, VOWELS = 5, "aeiou"
# A stem as long as this, or that lacks no more than so many letters of its word, is not another word's.
MIN_STEM_LENGTH, MAX_DROPPED = 5, 2
MAX_SHORT_WORD_LENGTH = 3


def with_inflections(clauses: list[Clause], language: Language, analysis: Analysis) -> list[Clause]:
    """Single words with their other forms."""
    return [_inflected(clause, language, analysis) if is_open(clause) else clause for clause in clauses]


def _inflected(clause: Clause, language: Language, analysis: Analysis) -> Clause:
    words = [word for word in plain_words(clause.words) if word not in ("-", *language.dropped.split())]
    if len(words) != 1 or not words[0].isalpha() or " " in clause.words:
        return clause
    stems = inflections(words[0], language, analysis)
    whole = forms_apart(words[0], language, analysis)
    forms = [*map(Alternative, stems), *(Alternative(form, name=True) for form in whole)]
    if not forms:
        return clause
    return replace(clause, alternatives=tuple(dict.fromkeys((*clause.alternatives, *forms))))


def inflections(word: str, language: Language, analysis: Analysis) -> list[str]:
    """Other forms of a folded word whose stem is not its own."""
    own = _stem(word, analysis)
    if not own or word in language.place_names:  # it says nothing, or is a name
        return []
    known, found, endings = {own}, [], language.endings
    if len(word) <= SHORT and own == word and word[0] in VOWELS:
        endings = f"{endings} {language.short_endings}"
    for form in swapped(word, endings):
        stem = _stem(form, analysis)
        if form in language.place_names:
            continue
        if (
            stem
            and stem not in known
            and (len(stem) >= MIN_STEM_LENGTH or len(form) - len(stem) <= MAX_DROPPED)
        ):
            known.add(stem)
            found.append(form)
    return found


def forms_apart(word: str, language: Language, analysis: Analysis) -> list[str]:
    """Forms of a folded word whose stem is not its own, each meant as it stands: "laboratori" of
    "laboratorio". In shorter words an ending is too much of the word: "news" is not "new"."""
    own = _stem(word, analysis)
    if not own or not language.parted or len(word) <= MAX_SHORT_WORD_LENGTH:
        return []
    forms = [form for form in forms_of(word, language) if len(form) > MAX_SHORT_WORD_LENGTH]
    return [form for form in forms if _stem(form, analysis) not in ("", own)]


def _stem(word: str, analysis: Analysis) -> str:
    return "".join(analysis.stems.analyze(word))
