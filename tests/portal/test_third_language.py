"""A third language is one line of settings and a folder of translations: here, French."""

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.utils.translation import override
from portal.core.vocabularies import BENEFICIARIES
from wagtail.models import Locale

from search.rebuild import rebuild
from tests.factories.pages import translate

pytestmark = pytest.mark.django_db

FRENCH = {
    "search/": "recherche/",
    "Skip to the content": "Aller au contenu",
    "Consortia": "Groupements",
}


@pytest.fixture
def french(tmp_path, settings, tree):
    """The one line, the folder, and the home page and news in French."""
    folder = tmp_path / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = Catalog(locale="fr", domain="django")
    for message, translation in FRENCH.items():
        catalogue.add(message, translation)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    (folder / "django.mo").write_bytes(compiled.getvalue())

    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = [*settings.LANGUAGES, ("fr", "Français")]
    settings.LOCALE_PATHS = [tmp_path / "locale", *settings.LOCALE_PATHS]
    settings.SEARCH_INDEX_DIR = tmp_path / "search"
    locale = Locale.objects.create(language_code="fr")
    translate(tree.home, locale, title="Accueil", slug="accueil")
    return translate(tree.news, locale, title="Actualités", slug="actualites", summary="Les innovations")


def test_its_pages_its_interface_and_its_switch(client, french):
    answer = client.get("/fr/actualites/").content.decode()
    assert '<html lang="fr"' in answer
    assert "Aller au contenu" in answer
    assert 'hreflang="fr"' in client.get("/it/notizie/").content.decode()
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="fr").url == "/fr/"


def test_its_search_stems_its_words(client, french):
    rebuild("fr")
    answer = client.get("/fr/recherche/", {"q": "l'innovation"}).content.decode()
    assert "/fr/actualites/" in answer


def test_its_vocabularies(french):
    with override("fr"):
        assert BENEFICIARIES.label("consortium") == "Groupements"
