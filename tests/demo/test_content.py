"""The real content: every page shows in both languages, nothing is missing, no link leads nowhere."""

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.pages import BasePage
from cms.snippets.glossary import glossary
from cms.vocabularies import FACTS
from demo.content import SNIPPETS, entries
from demo.values import stable_id

pytestmark = [pytest.mark.usefixtures("everything"), pytest.mark.django_db]

LANGUAGES = ("it", "en")


@pytest.fixture(scope="module")
def registry():
    return entries()


def live_pages():
    return Page.objects.filter(depth__gt=1).live().select_related("locale")


def test_there_is_as_much_as_promised(registry):
    found = Counter(entry.source.get("type") for entry in registry)
    least = {
        "news.ProjectPage": 5,
        "news.ArticlePage": 4,
        "news.EventPage": 2,
        "funding.FundingSheetPage": 36,
        "stories.StoryPage": 3,
        "home.StandardPage": 4,
    }
    assert {model: found[model] for model in least if found[model] < least[model]} == {}


def test_every_entry_is_a_live_page_in_both_languages(registry):
    live = set(live_pages().values_list("translation_key", "locale__language_code"))
    expected = {
        (stable_id(entry.key), language)
        for entry in registry
        if entry.section not in SNIPPETS
        for language in LANGUAGES
    }
    assert live == expected


def test_every_page_shows_and_every_link_leads_somewhere(client, search_index):
    failures, links, shown = [], {}, set()
    for page in live_pages():
        response = client.get(page.get_url())
        if response.status_code != 200:
            failures.append(f"{page.get_url()}: {response.status_code}")
            continue
        shown.add(page.get_url())
        html = response.content.decode()
        if f'lang="{page.locale.language_code}"' not in html:
            failures.append(f"{page.get_url()}: not marked as {page.locale.language_code}")
        for link in re.findall(r'<a[^>]*\shref="([^"#]*)', html):
            links.setdefault(link.replace("&amp;", "&"), page.get_url())
    for link, where in links.items():
        if link not in shown and leads_nowhere(client, link):
            failures.append(f"{link} on {where}")
    assert failures == []


def test_every_kind_of_page_can_be_previewed(search_index):
    kinds = {type(page): page for page in live_pages().specific()}
    assert kinds.keys() == {model for model in apps.get_models() if issubclass(model, BasePage)}
    for page in kinds.values():
        for mode, _name in page.preview_modes:
            answer = page.make_preview_request(preview_mode=mode)
            assert (answer.status_code, page.title in answer.content.decode()) == (200, True), (page, mode)


def leads_nowhere(client, link):
    """Whether a link inside the site fails; what leads outside is the author's to know."""
    address = urlsplit(link)
    if address.scheme or not address.path.startswith(("/it/", "/en/")):
        return False
    return client.get(link).status_code >= 400


def test_translations_are_complete():
    unfinished = [
        str(translation.source.object_repr)
        for translation in Translation.objects.select_related("source")
        if len(set(translation.get_progress())) > 1
    ]
    assert unfinished == []


def test_the_menu_has_the_sections_in_their_order():
    for language, names in {
        "it": ["notizie", "eventi", "progetti", "bandi", "storie"],
        "en": ["news", "events", "projects", "funding", "stories"],
    }.items():
        pages = live_pages().filter(locale__language_code=language, depth=3)
        assert [page.slug for page in pages.in_menu().order_by("path")] == names


def test_every_page_says_in_a_sentence_what_it_is():
    assert [page.url for page in live_pages().specific() if not page.summary] == []


def test_every_picture_is_described(registry):
    pages = [page for page in live_pages().specific() if page.picture_id]
    assert len(pages) == 2 * sum(entry.has_picture for entry in registry if entry.section not in SNIPPETS)
    assert [page.url for page in pages if not page.picture_alt] == []


def test_pages_hang_together(registry):
    """Every project, story, article and event leads to another page or is led to."""
    linked = set()
    for entry in registry:
        links = re.findall(r"(?:news|events|projects|funding|stories)/[a-z0-9-]+", str(entry.source))
        linked.update(links)
        if links:
            linked.add(entry.key)
    sections = ("news", "events", "projects", "stories")
    assert [entry.key for entry in registry if entry.section in sections and entry.key not in linked] == []


def test_the_glossary_explains_the_labels_of_a_sheet_in_both_languages():
    for language in LANGUAGES:
        known = glossary(language)
        assert len(known.entries) >= 30
        # A remark on the dates needs no explanation.
        assert set(FACTS.codes) - set(known.by_fact) == {"dates-note"}
        forms = Counter(form for entry in known.entries for form in (entry.term, *entry.forms))
        assert [form for form, count in forms.items() if count > 1] == []
        assert all(entry.url for entry in known.entries)
