"""The page that compares sheets."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.formats.structured_data import breadcrumbs, graph
from cms.list_page.params import query_pairs
from cms.vocabularies import FACTS
from funding.presentation import fact_groups
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.presenters import badge_of
from search.query import SearchQuery

from .amount_bars import amount_bars
from .choice import (
    FROM_LIST,
    MAX_COMPARED,
    MIN_COMPARED,
    ROUTE,
    Choice,
    Picked,
    by_language,
    compare_url,
    pick,
    query,
    read_choice,
)
from .rows import differing_first, only_different, side_by_side
from .sheets import live_versions, sheets_to_compare, versions_of

OFFERED = 8


def compare(index, request: HttpRequest) -> HttpResponse:
    """Sheets side by side, as the address asks for them; how to choose some where it asks for too few."""
    pairs = query_pairs(request)
    choice, base = read_choice(pairs), compare_url(index.get_url(request))
    if any(name == FROM_LIST for name, _value in pairs):
        return redirect(f"{base}?{query(choice.requested)}" if choice.requested else base)
    language = index.locale.language_code
    picked = pick(choice.requested, live_versions(choice), language)
    found = sheets_to_compare(picked.keys)
    here = {sheet.translation_key: sheet for sheet in found if sheet.locale_id == index.locale_id}
    sheets = [here[key] for key in picked.keys if key in here]
    for sheet in sheets:
        sheet.note_expiry(request)
    request.below_page = ROUTE
    request.queries = by_language(versions_of(found), picked.keys, choice.only_different)
    elsewhere = {sheet.translation_key: sheet.title for sheet in found if sheet.translation_key not in here}
    notices, offers = _notices(picked, elsewhere.values()), []
    if choice.words and len(sheets) < MAX_COMPARED:
        offers = _offers(base, choice, sheets, language, notices)
    context = {
        "page": index,
        "shown_title": _("Compare calls"),
        "shown_description": _("Two to four calls side by side: who may apply, what is paid, until when."),
        "notices": notices,
        "words": choice.words,
        "offers": offers,
        "slugs": [sheet.slug for sheet in sheets],
        "base": base,
        "list_url": f"{index.get_url(request)}?{query([sheet.slug for sheet in sheets])}".rstrip("?"),
        "room": len(sheets) < MAX_COMPARED,
        "columns": _columns(base, sheets, choice),
        "structured_data": graph(breadcrumbs(request)),
        **(_rows(base, sheets, choice) if len(sheets) >= MIN_COMPARED else {}),
    }
    return TemplateResponse(request, "funding/catalogue/comparison.html", context)


def _columns(base: str, sheets: list, choice: Choice) -> list[dict[str, Any]]:
    """Each sheet, and the address of the comparison without it."""
    columns = []
    for sheet in sheets:
        others = query([other.slug for other in sheets if other is not sheet], choice.only_different)
        columns.append({"sheet": sheet, "remove_url": f"{base}?{others}" if others else base})
    return columns


def _rows(base: str, sheets: list, choice: Choice) -> dict[str, Any]:
    """The lines, and the addresses of all of them and of those that differ."""
    bars = amount_bars((sheet.grant_min, sheet.grant_max) for sheet in sheets)
    sections = side_by_side([(sheet.title, _groups(sheet)) for sheet in sheets], FACTS.codes)
    different = only_different(sections)
    slugs = [sheet.slug for sheet in sheets]
    return {
        "sections": different
        if choice.only_different
        else differing_first(sections, _("The same for all of them")),
        "amount_bars": bars,
        "bars": list(zip(sheets, bars.bars, strict=True)) if bars else [],
        "only_different": choice.only_different,
        "all_url": f"{base}?{query(slugs)}",
        "different_url": f"{base}?{query(slugs, True)}",
        "different": sum(len(section.rows) for section in different),
    }


def _groups(sheet) -> list[fact_groups.FactGroup]:
    """What a sheet says, with what is needed and where it all comes from."""
    return [
        *fact_groups.groups(sheet),
        fact_groups.FactGroup(_("Requirements"), fact_groups.requirements(sheet)),
        fact_groups.FactGroup(_("Where this comes from"), fact_groups.trust(sheet)),
    ]


def _notices(picked: Picked, elsewhere) -> list[str]:
    """What was asked for and is not shown."""
    notices = [
        _("There is no call “%(name)s”, so it was left out.") % {"name": name[:60]}
        for name in picked.unknown[:3]
    ]
    notices += [_("“%(title)s” is not available in this language.") % {"title": title} for title in elsewhere]
    if picked.too_many:
        notices.append(
            _("At most %(most)d calls can be compared: these are the first ones.") % {"most": MAX_COMPARED}
        )
    return notices


def _offers(
    base: str, choice: Choice, sheets: list, language: str, notices: list[str]
) -> list[dict[str, Any]]:
    """Sheets that answer the words, each with the address that adds it."""
    search_query = SearchQuery(
        language,
        choice.words,
        filters={"type": ("funding",)},
        per=OFFERED,
        extracts=False,
        now=timezone.now(),
    )
    try:
        hits = get_engine().search(search_query).hits
    except EngineUnavailable:
        notices.append(_("The search is being repaired: choose the calls in the list meanwhile."))
        return []
    slugs, shown = [sheet.slug for sheet in sheets], {sheet.pk for sheet in sheets}
    return [
        {
            "title": hit.title,
            "badge": badge_of(hit, search_query.now),
            "url": f"{base}?{query([*slugs, hit.url.rstrip('/').rpartition('/')[2]], choice.only_different)}",
        }
        for hit in hits
        if hit.page_id not in shown
    ]
