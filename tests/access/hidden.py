"""A site on which each kind of page stands in public, and beside it in every way in which it may be hidden.

What is hidden has words that stand nowhere else: ``WORDS`` in title, summary and text, ``SLUG`` as address.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from unittest import mock

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.models import GlossaryTerm, Organisation, PageParty, PageTopic, RelatedPage, Topic
from cms.pages import BasePage
from funding.models import FundingSheetPage
from home.models import ContactPage, GlossaryPage, HomePick, StandardPage
from news.models import ArticlePage, EventPage, ProjectPage
from search.index import outbox
from stories.models import StoryPage
from tests.factories.pages import Tree, add, site_tree

WORDS, SLUG = "qzwxparola", "qzwxindirizzo"
PASSWORD = "la parola giusta"
RESTRICTIONS = (PageViewRestriction.PASSWORD, PageViewRestriction.LOGIN, PageViewRestriction.GROUPS)
NOT_LIVE = ("draft", "scheduled", "unpublished")
_numbers = count(1)


@dataclass
class HiddenSite:
    """``private`` and ``not_live`` hold pages, ``public`` one of each kind."""

    tree: Tree
    public: list[Page] = field(default_factory=list)
    private: list[Page] = field(default_factory=list)
    not_live: list[Page] = field(default_factory=list)


@mock.patch.object(outbox, "note")
def hidden_site(_note) -> HiddenSite:
    """Each kind of page under a password, a log-in, a group and a private page; a draft, one that is
    scheduled and one that was taken back. All share a topic, organisations and links with the public ones."""
    site = HiddenSite(site_tree())
    shared = _shared(site.tree)
    places = _places(site.tree)
    for model, parent in places.items():
        site.public.append(_make(model, parent, shared, title=f"Officina {next(_numbers)}"))
    for model, parent in places.items():
        for restriction in RESTRICTIONS:
            page = _make(model, parent, shared, **_secret())
            restrict(page, restriction)
            site.private.append(page)
        site.not_live += [_not_live(_make(model, parent, shared, **_secret()), state) for state in NOT_LIVE]
    shut = add(StandardPage, site.tree.home, **_secret())
    restrict(shut, PageViewRestriction.LOGIN)
    site.private += [shut, add(StandardPage, add(StandardPage, shut, **_secret()), **_secret())]
    _link_everything(site)
    return site


def restrict(page: Page, kind: str) -> PageViewRestriction:
    """As an editor does with the form for privacy."""
    restriction = PageViewRestriction(page=page, restriction_type=kind)
    restriction.password = PASSWORD if kind == PageViewRestriction.PASSWORD else ""
    restriction.save()
    if kind == PageViewRestriction.GROUPS:
        restriction.groups.add(Group.objects.get_or_create(name="Soci")[0])
    return restriction


def _places(tree: Tree) -> dict[type[BasePage], Page]:
    """Where pages of each kind go; the kinds that a section has once stand for themselves."""
    return {
        ArticlePage: tree.news,
        EventPage: tree.events,
        ProjectPage: tree.projects,
        FundingSheetPage: tree.funding,
        StoryPage: tree.stories,
        StandardPage: tree.home,
        ContactPage: tree.home,
        GlossaryPage: tree.home,
    }


def _shared(tree: Tree) -> dict:
    topic = Topic.objects.create(locale=tree.locale, name="Artigianato", slug="artigianato")
    body = Organisation.objects.create(name="Regione del Telaio", slug="telaio")
    GlossaryTerm.objects.create(
        locale=tree.locale,
        term="Ordito",
        slug="ordito",
        explanation="I fili tesi.",
        forms="",
        facts=["grantor"],
    )
    GlossaryTerm.objects.create(
        locale=tree.locale, term=f"{WORDS} termine", slug=SLUG, explanation=WORDS, live=False
    )
    hidden = {
        "topic": Topic.objects.create(locale=tree.locale, name=f"{WORDS} tema", slug=f"{SLUG}-t", live=False),
        "body": Organisation.objects.create(name=f"{WORDS} ente", slug=f"{SLUG}-e", live=False),
    }
    only = {
        "topic": Topic.objects.create(locale=tree.locale, name=f"{WORDS} tema privato", slug=f"{SLUG}-tp"),
        "body": Organisation.objects.create(name=f"{WORDS} ente privato", slug=f"{SLUG}-ep"),
    }
    return {"topic": topic, "body": body, "hidden": hidden, "only": only}


def _secret() -> dict:
    number = next(_numbers)
    return {
        "title": f"{WORDS} titolo {number}",
        "slug": f"{SLUG}-{number}",
        "seo_title": f"{WORDS} nei motori",
        "search_description": f"{WORDS} descrizione",
    }


def _make(model: type[BasePage], parent: Page, shared: dict, **fields) -> Page:
    """A live page that lists, calendars and sections want to show; ``shared`` joins it to the others."""
    secret = WORDS in fields["title"]
    text = f"officina {WORDS}" if secret else "officina aperta"
    fields |= {"summary": f"Un {text}.", "body": [("text", f"<p>Il {text}.</p>")]}
    fields |= {"last_published_at": timezone.now()}
    own = shared["only"] if secret else shared["hidden"]
    today = timezone.localdate()
    if model is EventPage:
        fields |= {"start_day": today + timedelta(days=3), "town": "Roma", "year_known": True}
    if model is ProjectPage:
        fields |= {"kind": "programme", "state": "running"}
    if model is FundingSheetPage:
        fields |= {"opens_on": date(2026, 1, 1), "closes_on": today + timedelta(days=20)}
        fields |= {"grantor": shared["body"] if secret else own["body"], "managing_body": own["body"]}
        fields |= {"beneficiaries": ["cooperative"], "purposes": ["investment"], "whole_country": True}
    if model is StoryPage:
        fields |= {"organisation": own["body"]}
    if model is ContactPage:
        fields |= {"consent": text, "thanks": text}
    page = add(model, parent, **fields)
    topics, bodies = (shared["topic"], own["topic"]), (shared["body"], own["body"])
    PageTopic.objects.bulk_create(PageTopic(page_id=page.pk, topic=one, locale=page.locale) for one in topics)
    if model in (EventPage, ProjectPage):
        parts = (PageParty(page_id=page.pk, organisation=body, role="promoter") for body in bodies)
        PageParty.objects.bulk_create(parts)
    return page


def _not_live(page: Page, state: str) -> Page:
    """As it is in the database after the editor's act."""
    if state == "unpublished":
        page.unpublish()
        return page
    page.live, page.has_unpublished_changes = False, True
    page.first_published_at = page.last_published_at = None
    if state == "scheduled":
        page.go_live_at = timezone.now() + timedelta(days=2)
    page.save()
    if state == "scheduled":
        page.save_revision(approved_go_live_at=page.go_live_at)
    return page


def _link_everything(site: HiddenSite) -> None:
    """Each public page is related to each hidden one; hidden pages are picked for the home page, are the
    editions before and after a public sheet, and are linked by a text and a button."""
    hidden = [*site.private, *site.not_live]
    RelatedPage.objects.bulk_create(
        RelatedPage(page=page, target=other.page_ptr) for page in site.public for other in hidden
    )
    sections = {ArticlePage: "news", EventPage: "events", ProjectPage: "projects", StoryPage: "stories"}
    for page in [*site.public, *hidden]:
        if section := sections.get(type(page)):
            HomePick.objects.create(home=site.tree.home, section=section, page=page.page_ptr)
    story = next(page for page in site.private if isinstance(page, StoryPage))
    HomePick.objects.create(home=site.tree.home, section="lead", page=story.page_ptr)
    sheets = [page for page in hidden if isinstance(page, FundingSheetPage)]
    public = next(page for page in site.public if isinstance(page, FundingSheetPage))
    FundingSheetPage.objects.filter(pk=public.pk).update(previous_edition=sheets[0])
    FundingSheetPage.objects.filter(pk=sheets[1].pk).update(previous_edition=public)
    article = site.public[0]
    draft = site.not_live[0]
    article.body = [
        ("text", f'<p>Un <a linktype="page" id="{draft.pk}">legame</a>.</p>'),
        ("button", {"text": "Avanti", "page": draft.page_ptr, "url": ""}),
    ]
    article.save()
