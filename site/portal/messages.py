"""``python -m portal.messages``: the message catalogues.

``compile`` makes the .mo files with Babel, because a fresh machine may lack the gettext programs;
``collect`` brings the .po files up to date with the sources (needs gettext);
``check`` fails when a text of the sources has no translation into a language of the site, and counts what the
catalogues of further languages lack; ``check --every`` fails for those as well. Where the gettext programs
are installed it also fails for texts of the sources that nobody has collected.

``locale/`` holds the texts of our sources, ``wagtail_locale/`` what is said instead of Wagtail's translations
where those have slips: written by hand, language by language, and never collected.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
import polib
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ROOT / "site" / "locale"
CORRECTIONS = ROOT / "site" / "wagtail_locale"
# The texts of the sources are English, so English needs no catalogue.
SOURCE_LANGUAGE = "en"


def catalogues() -> list[Path]:
    """The .po file of every language."""
    return sorted(LOCALES.glob("*/LC_MESSAGES/django.po"))


def corrections() -> list[Path]:
    """The .po files with our wording of Wagtail's texts: those of its pages and those of its scripts."""
    return sorted(CORRECTIONS.glob("*/LC_MESSAGES/*.po"))


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], domain=path.stem)


def compile_all() -> None:
    """Write each .mo beside its .po."""
    for path in catalogues() + corrections():
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
    _set_up()
    kept = {path.parts[-3] for path in catalogues()}
    _make_messages(sorted(kept | {code for code, _name in settings.LANGUAGES} - {SOURCE_LANGUAGE}))
    for path in catalogues():
        _tidy(path)


def uncollected() -> set[str]:
    """Texts of the sources that some catalogue does not have yet (needs gettext)."""
    _set_up()
    ours, kept = settings.LOCALE_PATHS, {path: _texts(path) for path in catalogues()}
    with tempfile.TemporaryDirectory() as folder:
        settings.LOCALE_PATHS = [folder]
        try:
            _make_messages([SOURCE_LANGUAGE])
        finally:
            settings.LOCALE_PATHS = ours
        said = _texts(Path(folder) / SOURCE_LANGUAGE / "LC_MESSAGES" / "django.po")
    return {text for known in kept.values() for _context, text in said - known}


def _set_up() -> None:
    os.chdir(ROOT)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    django.setup()


def _make_messages(languages: list[str]) -> None:
    # Django would add any folder called "locale" to those of the settings.
    ignored = [".venv/*", "var/*", "tests/*", "site/locale/*"]
    with _texts_of_the_api():
        call_command(
            "makemessages",
            locale=languages,
            ignore_patterns=ignored,
            no_location=True,
            no_obsolete=True,
            verbosity=0,
        )


@contextmanager
def _texts_of_the_api() -> Iterator[None]:
    """Those of ``openapi.yaml``, for as long as gettext reads: it knows no YAML."""
    # Imported late: models cannot be imported before Django is set up.
    from open_data.openapi.document import texts

    path = ROOT / "site" / "open_data" / "openapi" / "texts_of_the_api.py"
    path.write_text("".join(f"_({text!r})\n" for text in dict.fromkeys(texts())))
    try:
        yield
    finally:
        path.unlink()


def _texts(path: Path) -> set[tuple[str | None, str]]:
    return {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(path)) if not entry.obsolete}


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
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    codes, failures = {code for code, _name in settings.LANGUAGES}, 0
    for path in catalogues() + corrections():
        missing = untranslated(path)
        if not every and path.parts[-3] not in codes:
            print(f"{path.relative_to(ROOT)}: {len(missing)} messages without translation")
            continue
        failures += len(missing)
        for message in missing:
            print(f"{path.relative_to(ROOT)}: no translation of {message!r}")
    return failures


def check_collected() -> int:
    """Print what `make messages` would add; the number of such texts."""
    if shutil.which("xgettext") is None:
        print("The gettext programs are missing: texts that are not collected yet stay unknown.")
        return 0
    found = sorted(uncollected())
    for text in found:
        print(f"not collected yet (make messages): {text!r}")
    return len(found)


if __name__ == "__main__":
    command = sys.argv[1] if len(sys.argv) > 1 else ""
    if command == "compile":
        compile_all()
    elif command == "collect":
        collect()
    elif command == "check":
        sys.exit(1 if check(every="--every" in sys.argv) + check_collected() else 0)
    else:
        sys.exit(__doc__)
