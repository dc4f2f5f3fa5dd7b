"""One person for each role, and a page to work on in each section."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page
from wagtail.users.models import UserProfile

from cms import cache_version
from editors.accounts.roles import AUTHOR, EDITOR_IN_CHIEF, FUNDING_EXPERT, ROLES, TRANSLATOR
from editors.accounts.setup import set_up
from funding.models import FundingSheetPage
from news.models import ArticlePage
from stories.models import StoryPage
from tests.factories import pages
from tests.factories.replay import Recording

NAMES = {role.name: role.name.lower().replace(" ", "-") for role in ROLES}


_recording = Recording()


@pytest.fixture
def site(tree):
    """The small site with its groups; Italian pages and their English translations."""
    if _recording.again(lambda: _make(tree)):
        cache_version.bump()
    for name, (model, slug) in PAGES.items():
        setattr(tree, name, model.objects.get(slug=slug))
    return tree


PAGES = {
    "article": (ArticlePage, "notizia"),
    "sheet": (FundingSheetPage, "bando"),
    "story": (StoryPage, "storia"),
    "english_article": (ArticlePage, "piece-of-news"),
    "english_sheet": (FundingSheetPage, "call"),
}


def _make(tree) -> None:
    set_up()
    article = pages.article(tree.news, title="Notizia", slug="notizia", summary="Una frase.")
    sheet = pages.sheet(tree.funding, title="Bando", slug="bando", summary="Una frase.", no_deadline=True)
    pages.story(tree.stories, title="Storia", slug="storia")
    pages.translate(article, tree.english.locale, title="Piece of news", slug="piece-of-news")
    pages.translate(sheet, tree.english.locale, title="Call", slug="call")


@pytest.fixture
def person(site):
    """Makes somebody of a role, who reads the admin in a language."""

    def make(role, language="en"):
        user = get_user_model().objects.create_user(
            NAMES[role.name], email=f"{NAMES[role.name]}@example.org", password="x"
        )
        user.groups.add(Group.objects.get(name=role.name))
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = language
        profile.save()
        return user

    return make


@pytest.fixture
def browser(person):
    """A logged-in client for somebody of a role."""

    def make(role, language="en"):
        client = Client()
        client.force_login(person(role, language))
        return client

    return make


@pytest.fixture
def author(browser):
    return browser(AUTHOR)


@pytest.fixture
def expert(browser):
    return browser(FUNDING_EXPERT)


@pytest.fixture
def translator(browser):
    return browser(TRANSLATOR)


@pytest.fixture
def chief(browser):
    return browser(EDITOR_IN_CHIEF)


def stored(page):
    """The page as the database has it now."""
    return Page.objects.get(pk=page.pk).specific
