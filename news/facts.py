"""The facts of news, events and projects, in the order in which people ask for them."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from cms.constants import ABROAD
from cms.presentation import Fact
from cms.vocabularies import COMPONENTS, MISSIONS, REGIONS

from .dates import long_day
from .parties import public_parties

# The code of "abroad" among the regions: the places, where given, say it better.


def non_empty(*texts: str) -> tuple[str, ...]:
    """Those of ``texts`` that say something."""
    return tuple(text for text in texts if text)


def known(facts: Iterable[Fact]) -> list[Fact]:
    """Those that say something: only on a funding sheet does it inform that a fact is missing."""
    return [fact for fact in facts if fact.values]


def of_article(article) -> list[Fact]:
    day = article.public_day
    lines = [
        Fact(_("Kind"), non_empty(article.get_kind_display())),
        Fact(_("Day") if article.day else _("Published here on"), non_empty(long_day(day) if day else "")),
        Fact(_("Author or office"), non_empty(article.author)),
    ]
    return known(lines)


def of_event(event) -> list[Fact]:
    lines = []
    if event.state_word:
        lines.append(Fact(_("State"), (event.state_word,)))
    lines.append(Fact(_("When"), (event.period,)))
    if event.rescheduled:
        lines.append(Fact(_("First planned"), (event.previous_period,)))
    lines += [
        _where(event),
    ]
    if event.map_link and not event.online_only:
        lines.append(Fact(_("Map"), (_("See the place on a map"),), url=event.map_link))
    if event.online_link and not event.cancelled and not event.online_only:
        lines.append(Fact(_("Online"), (host(event.online_link),), url=event.online_link))
    if event.can_attend:
        lines.append(Fact(_("Registration"), _registration(event), url=event.signup_link))
    lines += [
        Fact(_("Language"), non_empty(event.language)),
        Fact(_("Accessibility"), non_empty(event.accessibility_notes)),
    ]
    return known(lines)


def _where(event) -> Fact:
    if event.online_only:
        return Fact(_("Where"), (_("Online"),), url=event.online_link)
    return Fact(_("Where"), non_empty(*_location(event)))


def _location(event) -> tuple[str, ...]:
    return non_empty(event.place_name, event.address, event.town)


def _registration(event) -> tuple[str, ...]:
    if not event.registration_link:
        return ()
    return (_("Sign up on %(site)s") % {"site": host(event.registration_link)},)


def locations_of(project) -> list[str]:
    """The places in the source's words, then the regions that these do not name already."""
    regions = REGIONS.labels(code for code in project.regions if not (code == ABROAD and project.places))
    return [*non_empty(project.places), *(region for region in regions if region not in project.places)]


def of_project(project) -> list[Fact]:
    lines = [
        Fact(_("Kind"), non_empty(project.get_kind_display())),
        Fact(_("State"), non_empty(project.get_state_display())),
        Fact(_("Period"), non_empty(project.period)),
        Fact(_("Where"), non_empty(*project.where)),
    ]
    # A project that is not part of the plan has neither mission nor code: nothing is missing there.
    if project.mission:
        lines.append(Fact(_("PNRR"), non_empty(*pnrr(project))))
    if project.mission or project.cup:
        lines.append(
            Fact(_("CUP"), non_empty(project.cup), note=_("Unique code of a public investment project"))
        )
    return known(lines)


def pnrr(project) -> list[str]:
    """Mission and component with their codes, which is how they are looked for."""
    lists = ((MISSIONS, project.mission), (COMPONENTS, project.component))
    return [f"{code}, {terms.label(code)}" for terms, code in lists if code]


def searchable(page, texts: Iterable[str]) -> str:
    """What the search finds a page by, beside its words: labels, places, who takes part."""
    organisations = [party.organisation for party in public_parties(page)]
    named = [name for body in organisations for name in (body.name, body.short_name)]
    return "\n".join(dict.fromkeys(non_empty(*texts, *named)))


def stream_text(*streams) -> str:
    """The words of ``streams``, without markup."""
    found = [
        words for stream in streams if stream for words in stream.stream_block.get_searchable_content(stream)
    ]
    return "\n".join(found)


def host(url: str) -> str:
    """The name of a site, to show in place of a long address."""
    return urlsplit(url).netloc.removeprefix("www.")
