"""What the finder offers to who asks the search of the site: the list, filtered as the words say."""

from datetime import datetime

from django.apps import apps
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms import cache_version
from funding.catalogue.answers import sheet_answer
from funding.models.queries import next_status_change
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.section_offers import SectionOffer

from .addresses import address
from .parameters import parse
from .query import only_total
from .resolved_query import build_query, figures_first, is_loose
from .word_filters import counting, filter_label, with_reading

# By name, because this layer knows no page.
FINDER = "funding.FundingIndexPage"


def finder_offer(words: str, language: str, now: datetime) -> SectionOffer | None:
    """The answer to a question about one call; else the list, where the words say filters and sheets answer
    all of them."""
    index = _finder(language)
    if index and (answer := sheet_answer(words, language)):
        return SectionOffer(answer=answer, until=next_status_change(index[1], now))
    parameters = with_reading(parse([("q", words)])[0], language, localdate(now))
    parameters = figures_first(parameters, language, now)
    if not parameters.reading.filters or not index:
        return None
    try:
        query = build_query(parameters, language, now)
        found = get_engine().search(only_total(query))
    except EngineUnavailable:
        return None
    if not found.total or found.relaxed:
        return None
    said = [filter_label(one) for one in counting(parameters)]
    said += [f"“{parameters.meant.words}”"] if parameters.meant.words and not is_loose(query) else []
    text = ngettext("%(count)d call for: %(what)s", "%(count)d calls for: %(what)s", found.total)
    return SectionOffer(
        question=_("Looking for calls?"),
        text=text % {"count": found.total, "what": " · ".join(said)},
        url=address(index[0], parameters),
        until=next_status_change(index[1], now),
    )


def _finder(language: str) -> tuple[str, object] | None:
    """The address of the finder of a language, and its locale."""
    return cache_version.memoize(f"finder of {language}", lambda: _read_finder(language))


def _read_finder(language: str) -> tuple[str, object] | None:
    pages = apps.get_model(FINDER).objects.defer_streamfields().select_related("locale")
    page = pages.visible().filter(locale__language_code=language).first()
    return (page.url, page.locale) if page and page.url else None
