"""The small site of the tests is a real one: live pages that answer in both languages."""

import pytest

from tests.factories import pages

pytestmark = pytest.mark.django_db


def test_every_section_is_live_in_both_languages_under_its_address():
    tree = pages.site_tree()
    for name, (_, texts) in pages.SECTIONS.items():
        for branch, language in ((tree, "it"), (tree.english, "en")):
            page = getattr(branch, name)
            assert page.url.endswith(f"/{language}/{texts[language][1]}/")
            assert page.get_translation(tree.locale).pk == getattr(tree, name).pk


def test_a_page_of_each_kind_can_be_added_and_translated():
    tree = pages.site_tree()
    for make, parent in (
        (pages.article, tree.news),
        (pages.event, tree.events),
        (pages.project, tree.projects),
        (pages.sheet, tree.funding),
        (pages.story, tree.stories),
    ):
        page = make(parent)
        english = pages.translate(page, tree.english.locale, title="Something", slug=f"something-{page.pk}")
        assert page.live
        assert english.live
        assert english.url == f"/en/{english.get_parent().slug}/something-{page.pk}/"
