"""What the home page draws from the sections: one query a section, however much content there is.

A section shows what an editor picked for it, in the editor's order; without picks, what the calendar
would choose. The page that leads comes with the query of its own section.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Case, F, Prefetch, Q, QuerySet, Value, When, prefetch_related_objects
from django.utils import timezone
from wagtail.models import Locale

from cms.pages import BasePage
from funding.models.next_days import next_deadlines, next_openings
from funding.models.queries import live_sheets
from news.event_state import Phase, phase_of
from news.queries import to_come

from .sections import HomeSection, section_models

SECTION_LIMITS = {
    HomeSection.DEADLINES: 5,
    HomeSection.EVENTS: 3,
    HomeSection.NEWS: 4,
    HomeSection.PROJECTS: 5,
    HomeSection.STORIES: 3,
}
MAX_OPENINGS = 3


def home_sections(home) -> dict[str, list[BasePage]]:
    """The pages of every section of ``home``, by the section's name."""
    picks = picked(home)
    lead_keys = [key for key, _model in picks[HomeSection.LEAD]][:1]
    found = {
        section: candidates(section, home.locale, picks[section], lead_keys)
        for section in SECTION_LIMITS
        if section != HomeSection.DEADLINES
    }
    found[HomeSection.DEADLINES], openings = deadlines_and_openings(
        home.locale, picks[HomeSection.DEADLINES], lead_keys
    )
    leading = [page for pages in found.values() for page in pages if page.translation_key in lead_keys]
    leading = leading or found[HomeSection.STORIES][:1]
    shown = {HomeSection.LEAD: leading}
    for section, limit in SECTION_LIMITS.items():
        pages = [page for page in found[section] if page not in leading]
        shown[section] = (only_to_come(pages) if section == HomeSection.EVENTS else pages)[:limit]
    fetch_renditions([home, *leading, *shown[HomeSection.PROJECTS], *shown[HomeSection.STORIES]])
    openings = [sheet for sheet in openings if sheet not in leading][:MAX_OPENINGS]
    return {section.value: pages for section, pages in shown.items()} | {"openings": openings}


def picked(home) -> dict[str, list[tuple[UUID, type]]]:
    """What the editors picked for each section: translation keys, since a pick counts in every language."""
    picks = defaultdict(list)
    for pick in home.picks.select_related("page__content_type"):
        picks[pick.section].append((pick.page.translation_key, pick.page.specific_class))
    return picks


def candidates(section: HomeSection, locale: Locale, picks: list, lead_keys: list[UUID]) -> list[BasePage]:
    """The pages that ``section`` may show, best first, and the one that leads if it is of this kind."""
    model = section_models()[section]
    leads = Q(translation_key__in=lead_keys)
    if picks:
        keys = [key for key, _model in picks]
        wanted = cards(model, locale).filter(Q(translation_key__in=keys) | leads)
        return sorted(wanted, key=lambda page: (keys + lead_keys).index(page.translation_key))
    first = [Case(When(leads, then=Value(0)), default=Value(1))] if lead_keys else []
    pages = cards(model, locale).order_by(*first, *by_calendar(section, timezone.now()), "pk")
    return list(pages[: SECTION_LIMITS[section] + 1])  # one of them may lead


def deadlines_and_openings(locale: Locale, picks: list, lead_keys: list[UUID]) -> tuple[list, list]:
    """The calls to apply for, or those picked, with the one that leads; and those that are still to open:
    an opening day is no deadline."""
    sheets, limit = live_sheets(locale), SECTION_LIMITS[HomeSection.DEADLINES] + 1  # one of them may lead
    closing, opening = next_deadlines(sheets, limit), next_openings(sheets, limit)
    keys = [key for key, _model in picks]
    shown = Q(translation_key__in=keys) if keys else Q(pk__in=closing)
    wanted = shown | Q(pk__in=opening) | Q(translation_key__in=lead_keys)
    sheets = list(cards(section_models()[HomeSection.DEADLINES], locale).filter(wanted))
    by_id = {sheet.pk: sheet for sheet in sheets}
    by_key = {sheet.translation_key: sheet for sheet in sheets}
    first = pick_from(by_key, keys) if keys else pick_from(by_id, closing)
    leading = [sheet for sheet in pick_from(by_key, lead_keys) if sheet not in first]
    return first + leading, pick_from(by_id, opening)


def pick_from(pages: dict, names: Iterable) -> list[BasePage]:
    """Those of ``pages`` that have one of ``names``, in that order."""
    return [pages[name] for name in names if name in pages]


def by_calendar(section: HomeSection, now: datetime) -> list:
    """In which order ``section`` shows its pages of itself at ``now``."""
    if section == HomeSection.EVENTS:
        ahead = to_come(now) & Q(year_known=True)
        nearest = Case(When(ahead, then=F("start_day"))).asc(nulls_last=True)
        first = Case(When(ahead, then=F("start_time"))).asc(nulls_first=True)
        latest = F("start_day").desc(nulls_last=True)
        return [nearest, first, F("year_known").desc(), latest]
    if section == HomeSection.NEWS:
        return [F("day").desc(nulls_last=True), F("first_published_at").desc(nulls_last=True)]
    if section == HomeSection.PROJECTS:
        running = Case(When(state="running", then=0), When(state="planned", then=1), default=2)
        return [running, F("starts_on").desc(nulls_last=True), "title"]
    return [F("first_published_at").desc(nulls_last=True), "title"]


def is_to_come(event) -> bool:
    """Whether an event goes on or is to come; one whose year is not known never counts as such."""
    return phase_of(event.plan, timezone.now()) in (Phase.AHEAD, Phase.ONGOING)


def only_to_come(events: list[BasePage]) -> list[BasePage]:
    """Past events only where there is none to come. Never a day without its year: it reads like the next."""
    told = [event for event in events if event.year_known or event.start_day is None]
    return [event for event in told if is_to_come(event)] or told


def cards(model: type[BasePage], locale: Locale) -> QuerySet:
    """Pages as cards show them; their renditions are fetched once for the whole home page."""
    queryset = model.card_queryset().visible().filter(locale=locale)
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
