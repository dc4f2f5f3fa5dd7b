"""The words that docs/style.md forbids, in what visitors and editors read."""

import re
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "site/demo/content"
# An infinitive that opens a sentence and is no question or heading asks for something.
VERBS = "Inserire|Indicare|Rispondere|Riprovare|Scegliere|Compilare|Selezionare|Cliccare"
REQUESTS = rf"(?:^|[.:;] |- )(?:{VERBS})\b[^?]*[.:]"
FORBIDDEN = {
    "it": [
        REQUESTS,
        r"\b(?:si prega di|al fine di|mediante|cliccare|clicca qui|è necessario)\b",
        r"\w'\w",  # a straight apostrophe
    ],
    "en": [
        r"(?<!no )(?<!No )(?<!single )(?<!this )\bone (?:can|may|must|should|would|has|is to|receives)\b",
        r"\b(?:by which|in order to|please note|click here|own money|digital matters)\b",
        r"\b(?:greatest|least) (?:amount|share|spending)\b",
        r"\b\d+ signs\b",
    ],
}
# Texts of Wagtail that we translate keep its apostrophes, so only content is held to ours.
APOSTROPHE = re.compile(r"[a-z]'[a-z]")
# The official string of the source, which is not ours to set.
OFFICIAL = ("official_title", "legal_basis", "source_name")


def catalogue(language: str) -> list[str]:
    """What the interface says. English stands in the sources."""
    entries = polib.pofile(str(ROOT / "site/locale/it/LC_MESSAGES/django.po"))
    if language == "en":
        return [text for entry in entries for text in (entry.msgid, entry.msgid_plural) if text]
    return [text for entry in entries for text in (entry.msgstr, *entry.msgstr_plural.values()) if text]


def plain(text: str) -> str:
    """Without placeholders, markup and addresses."""
    return re.sub(r"%\(\w+\)\w|<[^>]*>|\{[^}]*\}|https?://\S+", "", text)


def found(language: str, texts) -> list[str]:
    patterns = [re.compile(pattern) for pattern in FORBIDDEN[language]]
    return [text[:90] for text in texts if any(pattern.search(plain(text)) for pattern in patterns)]


@pytest.mark.parametrize("language", FORBIDDEN)
def test_the_interface_keeps_to_the_style(language):
    assert found(language, catalogue(language)) == []


@pytest.mark.parametrize("language", FORBIDDEN)
def test_so_does_the_demonstration(language):
    lines = []
    for path in sorted((CONTENT / language).rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        lines += [f"{path.stem}: {line}" for line in text.splitlines() if not _is_official(line)]
    assert found(language, lines) == []
    assert [line for line in lines if APOSTROPHE.search(plain(line))] == []


def _is_official(line: str) -> bool:
    """A title of the source, an act, or an address."""
    return any(word in line for word in (*OFFICIAL, "act:", "://", "slug:"))
