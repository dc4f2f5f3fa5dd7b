"""A third language is one line of settings and a catalogue: French, by ``portal.settings.test_french``."""

from io import BytesIO

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation import gettext, ngettext, override
from wagtail.models import Locale

from cms.vocabularies import BENEFICIARIES
from portal.messages import LOCALES
from portal.settings import test_french
from search.index.rebuild import rebuild
from tests.factories.pages import sheet, translate

pytestmark = pytest.mark.django_db
CATALOGUE = LOCALES / "fr" / "LC_MESSAGES" / "django.po"


@pytest.fixture
def french(tmp_path, settings, tree):
    """The settings, the compiled catalogue, and the home page and news in French."""
    folder = tmp_path / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    compiled = BytesIO()
    with CATALOGUE.open("rb") as file:
        write_mo(compiled, read_po(file, locale="fr"))
    (folder / "django.mo").write_bytes(compiled.getvalue())
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = test_french.LANGUAGES
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


def test_its_vocabularies_and_plurals(french):
    with override("fr"):
        assert BENEFICIARIES.label("consortium") == "Groupements"
        assert [ngettext("%(total)s call", "%(total)s calls", n) % {"total": n} for n in (0, 1, 2)] == [
            "0 appel",
            "1 appel",
            "2 appels",
        ]


def test_a_sheet_that_nobody_translated_is_read_in_french(client, tree, french):
    page = sheet(tree.funding, title="Bando", slug="bando", beneficiaries=["cooperative"], no_deadline=True)
    answer = client.get(f"/fr/pas-traduit/{page.pk}/").content.decode()
    with override("fr"):
        assert gettext("Who may apply") == "Qui peut candidater"
    for words in ("Qui peut candidater", "Coopératives et associations", "Sans date limite", "non indiqué"):
        assert words in answer
