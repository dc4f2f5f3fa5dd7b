"""The words of a search as they are kept, and those that are not kept because they could be somebody's."""

import re
import unicodedata

from search.language.text import clean, fold
from search.language.words import parse_words

MAX_LENGTH = 80  # a longer text has been pasted, and may hold anything
MAX_READ_LENGTH = 1000

_ENDING = r"(com|it|org|net|eu|info|fr|de)\b"
_ADDRESS = re.compile(
    r"@|%40|[(\[{]\s*(at|chiocciola)\s*[)\]}]|\bchiocciola\b|\bwww\.|://"
    # "rossi at example dot it", "rossi gmail.com", "example.it/rossi"
    rf"|\bat\b\W*[\w-]+\s*([.]|\b(dot|punto)\b)\s*{_ENDING}"
    r"|\b(gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|proton(mail)?|libero|virgilio|tiscali|alice|tin"
    rf"|fastwebnet|inwind|aruba|pec|legalmail|postecert)(\W|\b(dot|punto)\b)+{_ENDING}"
    rf"|\w[.]{_ENDING}/\w"
)
# Money is no number of anybody's: with its currency, and its thousands apart.
_AMOUNT = re.compile(
    r"(€|\b(eur|euro)\b)\s*\d{1,3}([.,]\d{3})+([.,]\d\d)?\b|\b\d{1,3}([.,]\d{3})+([.,]\d\d)?\s*(€|(eur|euro)\b)"
)
# An identity card, a number plate.
_IDENTITY_CODES = re.compile(r"\b[a-z]{2}(\d{5}|\d{3})[a-z]{2}\b")
_PROJECT_CODE = re.compile(r"\b[a-z]\d{2}[a-z]\d{11}\b")  # CUP: long, but of a project
_NUMBER = re.compile(r"\d(?:[\W_]*\d)*")
_YEAR = re.compile(r"(19|20)\d\d")
DIGITS = 7  # as many make a phone number; the eleven of a partita IVA are more

# A codice fiscale, perhaps without its last letter. In the place of its digits there may be letters: where
# two people would have the same, or where a nought or a one has been mistyped.
_TAX_CODE = re.compile(r"(?=([a-z]{6}[\di-v]{2}[a-ehlmprst][\di-v]{2}[a-z][\di-v]{3}))")
_TAX_DIGITS = 3
_IBAN = re.compile(r"(?=([a-z]{2}\d{2}[a-z\d]{11,30}))")
_IBAN_DIGITS = 12
_SIGNS_FIRST = re.compile(r"^[\W_]+")


def countable(text: str) -> str:
    """The words looked for, folded, without quotes and exclusions; empty where nothing is to be kept."""
    if len(text) > MAX_READ_LENGTH or personal(text):
        return ""
    typed_words = " ".join(clause.words for clause in parse_words(text).clauses if not clause.excluded)
    words = _SIGNS_FIRST.sub("", fold(typed_words)).strip()
    return "" if len(words) > MAX_LENGTH or personal(words) else words


def personal(text: str) -> bool:
    """Whether a text looks like an address, a phone number, a tax code, an IBAN or the number of somebody's
    papers, however written."""
    plain = _AMOUNT.sub(" ", _PROJECT_CODE.sub(" ", _figures(fold(clean(text)))))
    close = re.sub(r"[\W_]+", "", plain)
    marked = bool(_ADDRESS.search(plain) or _IDENTITY_CODES.search(plain))
    return marked or _long_number(plain) or _tax_code(close) or _iban(close)


def _figures(text: str) -> str:
    """All kinds of digits as 0 to 9."""
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)


def _long_number(text: str) -> bool:
    """Digits that belong together, whatever stands between them; years may follow each other."""
    for number in _NUMBER.findall(text):
        groups = re.findall(r"\d+", number)
        if sum(map(len, groups)) >= DIGITS and not all(_YEAR.fullmatch(group) for group in groups):
            return True
    return False


def _tax_code(close: str) -> bool:
    return any(_digits(code) >= _TAX_DIGITS for code in _TAX_CODE.findall(close))


def _iban(close: str) -> bool:
    return any(_digits(code) >= _IBAN_DIGITS for code in _IBAN.findall(close))


def _digits(text: str) -> int:
    return sum(sign.isdigit() for sign in text)
