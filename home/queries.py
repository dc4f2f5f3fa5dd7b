"""What the home page draws from the sections, in a number of queries that does not grow with the content.

Each part of the page shows what an editor picked for it, in the editor's order; without picks, what the
calendar would choose.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.apps import apps
from django.db.models import Case, F, Prefetch, Q, QuerySet, When, prefetch_related_objects
from django.db.models.functions import Coalesce
from django.utils import timezone
from portal.core.pages import BasePage
from wagtail.models import Locale

from .sections import Section

SHOWN = {
    Section.LEAD: 1,
    Section.DEADLINES: 5,
    Section.EVENTS: 3,
    Section.NEWS: 4,
    Section.PROJECTS: 5,
    Section.STORIES: 3,
}
OVER = {"closed", "evaluation", "suspended"}
# Some of the nearest deadlines may have passed this morning, or be suspended.
SPARE = 10


def home_sections(home) -> dict[str, list[BasePage]]:
    """The pages of every section of ``home``, by the section's name."""
    picks = picked(home)
    shown = {
        Section.DEADLINES: deadlines(home.locale, picks[Section.DEADLINES]),
        Section.EVENTS: events(home.locale, picks[Section.EVENTS]),
        Section.NEWS: news(home.locale, picks[Section.NEWS]),
        Section.PROJECTS: projects(home.locale, picks[Section.PROJECTS]),
        Section.STORIES: stories(home.locale, picks[Section.STORIES]),
    }
    shown[Section.LEAD] = lead(home.locale, picks[Section.LEAD], shown[Section.STORIES])
    leading = {page.pk for page in shown[Section.LEAD]}
    for section in (Section.STORIES, Section.NEWS, Section.PROJECTS):
        others = [page for page in shown[section] if page.pk not in leading]
        shown[section] = others[: SHOWN[section]]
    fetch_renditions([home, *shown[Section.LEAD], *shown[Section.PROJECTS], *shown[Section.STORIES]])
    return {section.value: pages for section, pages in shown.items()}


def picked(home) -> dict[str, list[tuple[UUID, type]]]:
    """What the editors picked for each section: translation keys, since a pick counts in every language."""
    picks = defaultdict(list)
    for pick in home.picks.select_related("page__content_type"):
        picks[pick.section].append((pick.page.translation_key, pick.page.specific_class))
    return picks


def deadlines(locale: Locale, picks: Sequence = ()) -> list[BasePage]:
    """The sheets that close next; sheets without a deadline fill the list."""
    model = apps.get_model("funding.FundingSheetPage")
    if picks:
        return by_pick(model, locale, picks)
    today = timezone.localdate()
    running = Q(no_deadline=True) | Q(closes_on__gte=today)
    sheets = cards(model, locale).filter(running, suspended=False, concluded=False)
    sheets = sheets.order_by(F("closes_on").asc(nulls_last=True), F("closes_at").asc(nulls_last=True), "pk")
    limit = SHOWN[Section.DEADLINES]
    return [sheet for sheet in sheets[: limit + SPARE] if not is_over(sheet)][:limit]


def is_over(sheet) -> bool:
    """Whether nobody can apply any more, by the sheet's own status."""
    return sheet.badge is not None and sheet.badge.code in OVER


def events(locale: Locale, picks: Sequence = ()) -> list[BasePage]:
    """What is on or to come, the nearest first; when nothing is, the most recent."""
    model = apps.get_model("news.EventPage")
    if picks:
        return by_pick(model, locale, picks)
    today = timezone.localdate()
    to_come = Q(year_known=True, last__gte=today)
    found = cards(model, locale).annotate(last=Coalesce("end_day", "start_day"))
    found = found.order_by(
        Case(When(to_come, then=F("start_day"))).asc(nulls_last=True),
        F("year_known").desc(),
        F("start_day").desc(nulls_last=True),
        "pk",
    )[: SHOWN[Section.EVENTS]]
    return [event for event in found if is_to_come(event)] or list(found)


def is_to_come(event) -> bool:
    """Whether an event goes on or is to come; one whose year is not known never counts as such."""
    last = event.end_day or event.start_day
    return bool(event.year_known and last and last >= timezone.localdate())


def any_to_come(events: Iterable) -> bool:
    """Whether the list may be called upcoming."""
    return any(is_to_come(event) for event in events)


def news(locale: Locale, picks: Sequence = ()) -> list[BasePage]:
    """The latest news."""
    model = apps.get_model("news.ArticlePage")
    if picks:
        return by_pick(model, locale, picks)
    latest = F("day").desc(nulls_last=True), F("first_published_at").desc(nulls_last=True), "pk"
    return list(cards(model, locale).order_by(*latest)[: SHOWN[Section.NEWS] + 1])


def projects(locale: Locale, picks: Sequence = ()) -> list[BasePage]:
    """Running projects first, then the latest."""
    model = apps.get_model("news.ProjectPage")
    if picks:
        return by_pick(model, locale, picks)
    running = Case(When(state="running", then=0), When(state="planned", then=1), default=2)
    order = running, F("starts_on").desc(nulls_last=True), "title"
    return list(cards(model, locale).order_by(*order)[: SHOWN[Section.PROJECTS] + 1])


def stories(locale: Locale, picks: Sequence = ()) -> list[BasePage]:
    """The newest stories."""
    model = apps.get_model("stories.StoryPage")
    if picks:
        return by_pick(model, locale, picks)
    newest = F("first_published_at").desc(nulls_last=True), "title"
    return list(cards(model, locale).order_by(*newest)[: SHOWN[Section.STORIES] + 1])


def lead(locale: Locale, picks: Sequence, newest_stories: Sequence[BasePage]) -> list[BasePage]:
    """The page that leads: the one picked, else the newest story."""
    for key, model in picks[:1]:
        return by_pick(model, locale, [(key, model)])
    return list(newest_stories[:1])


def by_pick(model: type[BasePage], locale: Locale, picks: Iterable) -> list[BasePage]:
    """The live pages picked, in ``locale``, in the order of the picks."""
    keys = [key for key, _model in picks]
    pages = {page.translation_key: page for page in cards(model, locale).filter(translation_key__in=keys)}
    return [pages[key] for key in keys if key in pages]


def cards(model: type[BasePage], locale: Locale) -> QuerySet:
    """Live pages as cards show them; renditions are fetched once for the whole page, further down."""
    queryset = model.card_queryset().filter(live=True, locale=locale)
    kept = [lookup for lookup in queryset._prefetch_related_lookups if not of_pictures(lookup)]
    return queryset.prefetch_related(None).prefetch_related(*kept)


def of_pictures(lookup: str | Prefetch) -> bool:
    """Whether a prefetch is that of the pictures' renditions."""
    return str(getattr(lookup, "prefetch_through", lookup)).startswith("picture")


def fetch_renditions(pages: Iterable[BasePage]) -> None:
    """One query for the renditions of all pictures of the page."""
    pictures = [page.picture for page in pages if page.picture]
    if pictures:
        prefetch_related_objects(pictures, "renditions")
