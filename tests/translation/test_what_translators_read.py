"""The translator reads the original and what its texts point to; no link leads where the role may not go."""

import re
from pathlib import Path

import polib
import pytest
import wagtail_localize
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import Translation

from cms.models import Organisation, Topic
from editors.accounts.roles import AUTHOR, EDITOR_IN_CHIEF, TRANSLATOR
from tests.editors.accounts.conftest import browser, person, site  # noqa: F401
from tests.factories import media, pages
from tests.translation.test_gone_targets import choosers, shown
from translation.editor_texts import INSTEAD

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(browser):  # noqa: F811
    return browser(EDITOR_IN_CHIEF)


@pytest.fixture
def translator(browser):  # noqa: F811
    return browser(TRANSLATOR)


@pytest.fixture
def begin(chief, tree):
    """Submits a page for translation into English; gives the translation."""

    def begin(page):
        address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        chief.post(address, {"locales": [tree.english.locale.pk]})
        return Translation.objects.get(source__object_id=page.translation_key)

    return begin


@pytest.fixture
def fresh(tree):
    """An article that nobody has translated."""
    return pages.article(tree.news, title="Mostra", slug="mostra", summary="Una frase nuova.")


@pytest.fixture
def pointing(tree, begin):
    """The translation of an article whose button leads to a page."""

    def pointing(target):
        body = [("button", {"text": "Leggi", "page": target, "url": ""})]
        return begin(pages.article(tree.news, title="Rimando", slug="rimando", body=body))

    return pointing


def root(translation):
    return reverse("portal_translation_editor", args=[translation.pk])


def test_a_public_page_has_a_name_and_opens_for_the_public(site, pointing, translator):  # noqa: F811
    translation = pointing(site.article)
    (segment,) = choosers(shown(translator, translation))
    assert segment["value"] == site.article.pk
    told = translator.get(f"{root(translation)}api/main/pages/{site.article.pk}/").json()
    assert told["title"] == "Notizia (Italian)"
    opened = translator.get(f"{root(translation)}pages/{told['id']}/edit/")
    assert opened.url == site.article.full_url


def test_who_may_edit_it_comes_to_its_form(site, pointing, chief):  # noqa: F811
    translation = pointing(site.article)
    opened = chief.get(f"{root(translation)}pages/{site.article.pk}/edit/")
    assert opened.url == reverse("wagtailadmin_pages:edit", args=[site.article.pk])


@pytest.mark.parametrize("how", ["draft", "restricted"])
def test_what_is_not_public_is_not_given_away(site, pointing, translator, how):  # noqa: F811
    translation = pointing(site.article)
    if how == "draft":
        Page.objects.get(pk=site.article.pk).unpublish()
    else:
        PageViewRestriction.objects.create(page=site.article, restriction_type="password", password="x")
    (segment,) = choosers(shown(translator, translation))
    assert segment["value"] is None
    assert "not public" in segment["location"]["subField"]
    answer = translator.get(f"{root(translation)}api/main/pages/{site.article.pk}/")
    assert answer.json()["id"] == "none"
    assert "Notizia" not in answer.content.decode()
    back = translator.get(f"{root(translation)}pages/{site.article.pk}/edit/", follow=True)
    assert "A page that is not public" in back.content.decode()


def test_pictures_documents_and_organisations_open_where_the_role_may_go(site, fresh, begin, translator):  # noqa: F811
    translation = begin(fresh)
    picture, document = media.picture(), media.attachment()
    there = root(translation)
    assert translator.get(f"{there}images/{picture.pk}/").url == picture.file.url
    assert translator.get(f"{there}documents/edit/{document.pk}/").url == document.url
    body = Organisation.objects.create(name="Ente")
    told = translator.get(f"{there}localize/api/snippets/core/organisation/{body.pk}/").json()
    assert told == {"id": str(body.pk), "title": "Ente", "edit_url": None}


def test_the_original_can_be_read_also_as_a_draft(site, fresh, begin, translator):  # noqa: F811
    translation = begin(fresh)
    read = reverse("portal_translation_source", args=[translation.pk])
    page = translator.get(reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk]))
    assert f'href="{read}"' in page.content.decode()
    edit = reverse("wagtailadmin_pages:edit", args=[fresh.pk])
    assert f'href="{edit}"' not in page.content.decode()
    assert translator.get(read).url == fresh.full_url
    Page.objects.get(pk=fresh.pk).unpublish()
    draft = translator.get(read)
    assert draft.status_code == 200
    assert "Una frase nuova." in draft.content.decode()


def test_others_read_nothing_of_it(site, fresh, begin, client):  # noqa: F811
    translation = begin(fresh)
    for address in (root(translation), reverse("portal_translation_source", args=[translation.pk])):
        assert client.get(address).url.startswith("/admin/login/")


def test_an_author_gets_a_403(site, fresh, begin, browser):  # noqa: F811
    translation, author = begin(fresh), browser(AUTHOR)
    assert author.get(reverse("portal_translation_source", args=[translation.pk])).status_code == 403
    assert author.get(f"{root(translation)}api/main/pages/{fresh.pk}/").status_code == 403


def test_the_editor_uses_our_words(site, fresh, begin, translator):  # noqa: F811
    assert shown(translator, begin(fresh))["words"]["more"] == "More actions"
    catalogue = translator.get(reverse("wagtail_localize:javascript_catalog")).content.decode()
    assert '"Edit this page": "Open this page"' in catalogue


@pytest.mark.parametrize("language", ["it", "fr"])
def test_every_text_of_the_library_is_translated(language):
    folder = Path(wagtail_localize.__file__).parent
    sources = "".join(path.read_text() for path in folder.glob("static_src/**/*.tsx"))
    asked = set(re.findall(r"gettext\(\s*'([^']+)'\s*\)", sources))
    assert len(asked) > 40
    theirs = polib.pofile(str(folder / "locale" / language / "LC_MESSAGES" / "djangojs.po"))
    translated = {entry.msgid for entry in theirs if entry.translated()}
    assert asked - translated - set(INSTEAD) == set()


def test_nobody_is_offered_a_copy_in_the_source_language(site, fresh, begin, chief):  # noqa: F811
    assert shown(chief, begin(fresh))["links"]["convertToAliasUrl"] is None


def test_a_topic_is_translated_in_the_same_editor(site, tree, chief, translator):  # noqa: F811
    topic = Topic.objects.create(name="Musica", slug="musica")
    topic.save_revision().publish()
    address = reverse("wagtail_localize:submit_snippet_translation", args=["core", "topic", topic.pk])
    chief.post(address, {"locales": [tree.english.locale.pk]})
    translation = Translation.objects.get(source__object_id=topic.translation_key)
    assert shown(translator, translation)["segments"]
    target = translation.get_target_instance()
    assert translator.get(root(translation)).url == reverse(
        target.snippet_viewset.get_url_name("edit"), args=[target.pk]
    )
    assert translator.get(reverse("portal_translation_source", args=[translation.pk])).status_code == 404
