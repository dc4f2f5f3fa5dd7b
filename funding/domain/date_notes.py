"""Reads the days and hours that a note on dates names, in the usual Italian spellings. No Django.

Only what a word beside it calls an end ("entro", "fino al") or a beginning ("dal", "a partire dalle ore")
counts; days of spending, of reports and of rankings do not.
"""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

MONTHS = (
    ("gennaio", "gen"),
    ("febbraio", "febbr", "feb"),
    ("marzo", "mar"),
    ("aprile", "apr"),
    ("maggio", "mag"),
    ("giugno", "giu"),
    ("luglio", "lug"),
    ("agosto", "ago"),
    ("settembre", "sett", "set"),
    ("ottobre", "ott"),
    ("novembre", "nov"),
    ("dicembre", "dic"),
)
NUMBER_OF = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_NAME = "|".join(NUMBER_OF)
_WEEKDAY = r"(?:(?:lune|marte|mercole|giove|vener)d[iì]['’]?|sabato|domenica)\s+"
# Where a day stands beside it, "alle 12" is an hour too.
_BESIDE_A_DAY, _ALONE = r"ore|h\.?|hh|d?alle|le", r"ore|h\.?|hh|d?alle\s(?=\d+[:.,]\d)"


def _day_pattern(group: int) -> str:
    """``30 aprile 2027`` or ``30/04/27`` as groups d, then m or n, and y; ``30 aprile`` as e and f."""
    before = rf"(?:{_WEEKDAY})?(?:giorno\s+)?(?<![\d.,/:])"
    numbers = rf"\s*[-./]\s*(?P<m{group}>\d{{1,2}})\s*[-./]\s*"
    name = rf"\s+(?P<n{group}>{_NAME})\.?,?\s+"
    with_year = rf"(?P<d{group}>\d{{1,2}})[°º]?(?:{numbers}|{name})(?P<y{group}>\d{{4}}|\d\d)\b"
    without = rf"(?P<e{group}>\d{{1,2}})[°º]?\s+(?P<f{group}>{_NAME})\b(?!\s+di\s+ogni)"
    return rf"{before}(?:{with_year}|{without})"


def _hour_pattern(group: int, words: str) -> str:
    """``ore 12.30`` as groups h and p, ``12:30`` as i and q, ``mezzogiorno`` as w."""
    after_word = rf"\b(?:{words})\s*(?P<h{group}>\d{{1,2}})(?:\s*[:.,]\s*(?P<p{group}>\d\d))?\b(?![/.-]\d)"
    bare = rf"\b(?P<i{group}>\d{{1,2}}):(?P<q{group}>\d\d)\b(?:\s+ore\b)?"
    return rf"(?:{after_word}|{bare}|(?P<w{group}>\bmezzogiorno|\bmezzanotte))"


_OF = r"[\s,]*(?:\([^()]{0,30}\)[\s,]*)?(?:(?:del(?:la)?|di)\s+)?(?:giornata\s+(?:del|di)\s+)?"
_AT = r"[\s,;(–-]*(?:(?:ed\s+)?entro\s+le|alle|ad)?\s*"
_MENTION = re.compile(
    "|".join(
        (
            _hour_pattern(1, _BESIDE_A_DAY) + _OF + _day_pattern(1),
            _day_pattern(2) + _AT + _hour_pattern(2, _BESIDE_A_DAY) + r"(?!\s*del\b)",
            _day_pattern(3),
            _hour_pattern(4, _ALONE),
        )
    ),
    re.IGNORECASE,
)
_OPENING = r"apertur\w+|apr(?:e|ono|ir\w+)|inizi\w+|cominc\w+|decorr\w+"
_CUE = re.compile(
    r"\b(?:(?P<end>entro|fino|sino|oltre|al|alle|all['’]|scadenz\w+|scad[eorà]\w*|chiu(?:d|sura)\w*"
    r"|termin(?:e|i|a|ano|er\w+)|cess(?:a|ano|er\w+)|finis\w+|finir\w+|ultim[oa]|limite)"
    rf"|(?P<start>dal|dalle|dall['’]|partire|{_OPENING}))(?!\w)",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"al|alle|all['’]", re.IGNORECASE)
_OPENS = re.compile(_OPENING, re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:spes|rendicont|graduatori|realizzat|realizzazion|conclus|ultimat|complet|pagat|pagament|erogat|erogaz"
    r"|avviat|sostenut|quietanz|istruttori|pubblicazion)\w*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[;!?\n]|(?<=[a-zàèéìòù)])\.\s|\.\s+(?=[A-ZÀÈÉÌÒÙ])")
MAX_NOTE_CHARACTERS = 20_000  # signs of a note that are read


@dataclass(frozen=True)
class Mention:
    """An end or a beginning that a note names. ``minutes`` are those of its day, from 00:00 to 24:00; None
    without an hour. ``day`` is None where the note gives the hour alone; without ``year_known`` its year is
    the field's."""

    day: date | None
    minutes: int | None
    year_known: bool = True

    @property
    def last_day(self) -> date | None:
        """The last day to apply: 00:00 is the end of the day before."""
        return self.day - timedelta(days=1) if self.day and self.minutes == 0 else self.day

    @property
    def hour(self) -> time | None:
        """The hour as a field holds it; both ends of a day are midnight."""
        return None if self.minutes is None else time(self.minutes // 60 % 24, self.minutes % 60)


@dataclass(frozen=True)
class Note:
    """What a note names, in its order."""

    closings: tuple[Mention, ...] = ()
    openings: tuple[Mention, ...] = ()


def read_note(text: str, opens_on: date | None = None, closes_on: date | None = None) -> Note:
    """The ends and beginnings in ``text``; what cannot be read is passed over. A day without a year counts
    only where it is the one of the field."""
    text, since = text[:MAX_NOTE_CHARACTERS], 0
    found: dict[str, list[Mention]] = {"end": [], "start": []}
    for match in _MENTION.finditer(text):
        first = match.start() + len(re.match(r"\w*", match[0])[0])  # "dalle" may be part of the hour
        role = _role(text[since:first], text[:first])
        since = match.end()
        field = closes_on if role == "end" else opens_on
        parts = {name[0]: value for name, value in match.groupdict().items() if value is not None}
        mention = _mention(parts, field)
        if role and mention:
            found[role].append(mention)
    return Note(tuple(dict.fromkeys(found["end"])), tuple(dict.fromkeys(found["start"])))


def _role(between: str, before: str) -> str:
    """What the last word before a mention calls it, in its own sentence; "" where none does."""
    sentence = _SENTENCE.split(before)[-1]
    if _OTHER.search(sentence[-120:]):
        return ""
    cues = list(_CUE.finditer(_SENTENCE.split(between)[-1][-60:]))
    # "apre alle 12 del 22 giugno": the hour's own preposition ends nothing.
    if len(cues) > 1 and _PREPOSITION.fullmatch(cues[-1][0]) and _OPENS.fullmatch(cues[-2][0]):
        return "start"
    return cues[-1].lastgroup if cues else ""


def _mention(parts: dict[str, str], field: date | None) -> Mention | None:
    try:
        minutes = _minutes(parts)
        if "e" not in parts:
            return Mention(_day(parts), minutes)
    except ValueError:
        return None
    same = field and (field.day, field.month) == (int(parts["e"]), NUMBER_OF[parts["f"].casefold()])
    return Mention(field, minutes, year_known=False) if same else None


def _day(parts: dict[str, str]) -> date | None:
    if "d" not in parts:
        return None
    month = int(parts["m"]) if "m" in parts else NUMBER_OF[parts["n"].casefold()]
    year = int(parts["y"])
    return date(year if year >= 100 else 2000 + year, month, int(parts["d"]))


def _minutes(parts: dict[str, str]) -> int | None:
    if word := parts.get("w"):
        return 12 * 60 if word.casefold() == "mezzogiorno" else 24 * 60
    hour, rest = parts.get("h") or parts.get("i"), int(parts.get("p") or parts.get("q") or 0)
    if hour is None:
        return None
    minutes = int(hour) * 60 + rest
    if minutes > 24 * 60 or rest > 59:
        raise ValueError
    return minutes
