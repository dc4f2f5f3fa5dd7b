"""Who may not translate is told so where they are."""

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation, TranslationSource

from tests.editors.accounts.conftest import author, browser, person, site  # noqa: F401

pytestmark = pytest.mark.django_db


def test_an_author_gets_a_403_from_every_page_of_ours(site, author):  # noqa: F811
    source, _made = TranslationSource.get_or_create_from_instance(site.article)
    translation = Translation.objects.create(source=source, target_locale=site.english.locale)
    for name, *arguments in (
        ("portal_translation_tree", site.home.pk, site.english.locale.pk),
        ("wagtail_localize:submit_page_translation", site.article.pk),
        ("wagtail_localize:update_translations", source.pk),
    ):
        assert author.get(reverse(name, args=arguments)).status_code == 403
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    assert author.post(address).status_code == 403


def test_the_anonymous_are_asked_to_log_in(client, tree):
    address = reverse("portal_translation_tree", args=[tree.home.pk, tree.english.locale.pk])
    assert client.get(address).url.startswith("/admin/login/")
