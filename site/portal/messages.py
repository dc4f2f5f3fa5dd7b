"""``python -m portal.messages``: the message catalogues.

``compile`` makes the .mo files with Babel, because a fresh machine may lack the gettext programs;
``collect`` brings the .po files up to date with the sources (needs gettext);
``check`` fails when a text of the sources has no translation into a language of the site, and counts what the
catalogues of further languages lack; ``check --every`` fails for those as well.
"""

import sys
from pathlib import Path

import polib
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ROOT / "site" / "locale"
# The texts of the sources are English, so English needs no catalogue.
SOURCE_LANGUAGE = "en"


def catalogues() -> list[Path]:
    """The .po file of every language."""
    return sorted(LOCALES.glob("*/LC_MESSAGES/django.po"))


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], domain="django")


def compile_all() -> None:
    """Write each .mo beside its .po."""
    for path in catalogues():
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, _read(path))


def untranslated(path: Path) -> list[str]:
    """The messages of a catalogue that have no translation, or only a guessed one."""
    catalogue = _read(path)
    return [
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in catalogue
        if message.id and (message.fuzzy or not _complete(message.string))
    ]


def _complete(string: str | tuple) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


def collect() -> None:
    """Read the texts of the sources into every catalogue, through Django's own command."""
    import os

    import django
    from django.core.management import call_command

    os.chdir(ROOT)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    django.setup()
    from django.conf import settings

    kept = {path.parts[-3] for path in catalogues()}
    languages = sorted(kept | {code for code, _name in settings.LANGUAGES} - {SOURCE_LANGUAGE})
    ignored = [".venv/*", "var/*", "tests/*"]
    call_command(
        "makemessages", locale=languages, ignore_patterns=ignored, no_location=True, no_obsolete=True
    )
    for path in catalogues():
        _tidy(path)


def _tidy(path: Path) -> None:
    """Empty what gettext has guessed, and write the file the same way whatever machine collected it."""
    catalogue = polib.pofile(str(path))
    catalogue.metadata.pop("POT-Creation-Date", None)
    for entry in catalogue:
        if entry.fuzzy:
            entry.flags.remove("fuzzy")
            entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
            entry.msgstr, entry.msgstr_plural = "", dict.fromkeys(entry.msgstr_plural, "")
    catalogue.save()


def check(every: bool = False) -> int:
    """Print what is missing; the number of messages that a language of the site (``every``: any) lacks."""
    from portal.settings.base import LANGUAGES

    codes, failures = {code for code, _name in LANGUAGES}, 0
    for path in catalogues():
        missing = untranslated(path)
        if not every and path.parts[-3] not in codes:
            print(f"{path.relative_to(ROOT)}: {len(missing)} messages without translation")
            continue
        failures += len(missing)
        for message in missing:
            print(f"{path.relative_to(ROOT)}: no translation of {message!r}")
    return failures


if __name__ == "__main__":
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    if command == "compile":
        compile_all()
    elif command == "collect":
        collect()
    elif command == "check":
        sys.exit(1 if check(every="--every" in sys.argv) else 0)
    else:
        sys.exit(__doc__)
