"""A small site to test with: a home in two languages, the five sections, and a page of each kind.

``site_tree()`` makes the frame; ``article``, ``event``, ``project``, ``sheet`` and ``story`` add a page
under a section; ``translate`` gives a page its English version.
"""

from dataclasses import dataclass
from itertools import count
from typing import TypeVar
from unittest import mock

from django.utils import timezone
from wagtail.models import Locale, Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms import cache_version
from cms.pages import BasePage
from funding.models import FundingIndexPage, FundingSheetPage
from home.models import HomePage
from news.models import ArticlePage, EventIndexPage, EventPage, NewsIndexPage, ProjectIndexPage, ProjectPage
from search.index import outbox
from stories.models import StoryIndexPage, StoryPage

from .replay import Recording

P = TypeVar("P", bound=BasePage)

_numbers = count(1)

SECTIONS = {
    "news": (NewsIndexPage, {"it": ("Notizie", "notizie"), "en": ("News", "news")}),
    "events": (EventIndexPage, {"it": ("Eventi", "eventi"), "en": ("Events", "events")}),
    "projects": (ProjectIndexPage, {"it": ("Progetti", "progetti"), "en": ("Projects", "projects")}),
    "funding": (FundingIndexPage, {"it": ("Bandi", "bandi"), "en": ("Funding", "funding")}),
    "stories": (StoryIndexPage, {"it": ("Storie", "storie"), "en": ("Stories", "stories")}),
}
HOMES = {"it": ("Inizio", "intreccio"), "en": ("Home", "intreccio-en")}


@dataclass
class Tree:
    """The live pages of one language, and the same tree in English as ``english``."""

    locale: Locale
    home: HomePage
    news: NewsIndexPage
    events: EventIndexPage
    projects: ProjectIndexPage
    funding: FundingIndexPage
    stories: StoryIndexPage
    english: "Tree | None" = None


_recording = Recording()


def site_tree() -> Tree:
    """The Italian tree under the default site, with its English translation; all live."""
    if _recording.again(_make_tree):
        cache_version.bump()
    Site.clear_site_root_paths_cache()
    tree = _read_tree("it")
    tree.english = _read_tree("en")
    return tree


def _make_tree() -> None:
    for language in HOMES:
        Locale.objects.get_or_create(language_code=language)
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    tree = _tree(root, "it")
    _tree(root, "en", source=tree)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "testserver", "port": 80, "root_page": tree.home, "site_name": "Intreccio"},
    )


def _read_tree(language: str) -> Tree:
    home = HomePage.objects.select_related("locale").get(slug=HOMES[language][1])
    sections = {name: model.objects.get(locale=home.locale_id) for name, (model, _t) in SECTIONS.items()}
    for page in sections.values():
        page.locale = home.locale
    return Tree(home.locale, home, **sections)


def _tree(root: Page, language: str, source: Tree | None = None) -> Tree:
    locale = Locale.objects.get(language_code=language)
    title, slug = HOMES[language]
    home = add(
        HomePage, root, title=title, slug=slug, headline=title, locale=locale, **_same_as(source, "home")
    )
    sections = {}
    for name, (model, texts) in SECTIONS.items():
        title, slug = texts[language]
        sections[name] = add(model, home, title=title, slug=slug, **_same_as(source, name))
    return Tree(locale, home, **sections)


def _same_as(source: Tree | None, name: str) -> dict:
    return {"translation_key": getattr(source, name).translation_key} if source else {}


def add(model: type[P], parent: Page, **fields) -> P:
    """A live page of ``model`` under ``parent``, in the parent's language, as if it had long been there: no
    search waits for it.

    What it refers to is told to Wagtail by saving it once more: few tests ask, and it takes its time.
    """
    number = next(_numbers)
    fields.setdefault("title", f"{model._meta.verbose_name} {number}".capitalize())
    fields.setdefault("slug", f"page-{number}")
    fields.setdefault("locale", parent.locale)
    fields.setdefault("first_published_at", timezone.now())
    fields.setdefault("last_published_at", fields["first_published_at"])
    page = model(**fields)
    # The parent as it is now: a tree node in memory does not know of children added elsewhere.
    with disable_reference_index_auto_update(), mock.patch.object(outbox, "note"):
        Page.objects.get(pk=parent.pk).add_child(instance=page)
    return page


def article(parent: NewsIndexPage, **fields) -> ArticlePage:
    """A piece of news."""
    return add(ArticlePage, parent, **fields)


def event(parent: EventIndexPage, **fields) -> EventPage:
    """An event; without ``start_day`` its day is not known."""
    return add(EventPage, parent, **fields)


def project(parent: ProjectIndexPage, **fields) -> ProjectPage:
    """A project, by default a programme."""
    return add(ProjectPage, parent, **{"kind": "programme"} | fields)


def sheet(parent: FundingIndexPage, **fields) -> FundingSheetPage:
    """A funding sheet."""
    return add(FundingSheetPage, parent, **fields)


def story(parent: StoryIndexPage, **fields) -> StoryPage:
    """The story of a cooperative."""
    return add(StoryPage, parent, **fields)


def translate(page: P, locale: Locale, **fields) -> P:
    """The live version of ``page`` in ``locale``, with ``fields`` in place of the source's."""
    copy = page.copy_for_translation(locale)
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return type(page).objects.get(pk=copy.pk)
