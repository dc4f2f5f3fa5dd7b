"""The catalogues as they are installed: the suite's own settings have the translated addresses only."""

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from portal.messages import catalogues, corrections


@pytest.fixture(scope="session")
def compiled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("locale")
    for path in catalogues() + corrections():
        target = folder / path.parts[-4] / path.parts[-3] / "LC_MESSAGES" / f"{path.stem}.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        with path.open("rb") as source, target.open("wb") as file:
            write_mo(file, read_po(source, locale=path.parts[-3]))
    return [folder / "locale", folder / "wagtail_locale"]


@pytest.fixture
def real_catalogues(compiled, settings):
    settings.LANGUAGES = settings.WAGTAILADMIN_PERMITTED_LANGUAGES = [*settings.LANGUAGES, ("fr", "Français")]
    settings.LOCALE_PATHS = compiled
