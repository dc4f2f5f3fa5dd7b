"""The answer over the whole catalogue: how many calls fit, and which, by verdict."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from delivery.expiry import expires_at, expires_at_midnight
from funding.catalogue.finder.finder import find
from funding.catalogue.finder.parameters import FIT, PAGE_SIZES, FinderParameters
from funding.domain.eligibility.verdict import OVERALL, Verdict
from funding.domain.status import OVER, Status
from funding.models.queries import next_status_change

from .cards import add_verdicts

GROUP_TITLES = {
    Verdict.FITS: gettext_lazy("These fit you"),
    Verdict.CHECK: gettext_lazy("To be checked"),
    Verdict.UNFIT: gettext_lazy("These do not fit you"),
}


@dataclass(frozen=True)
class VerdictGroup:
    """The calls of one verdict: ``count`` of them from ``start`` on, of which ``sheets`` are on the page."""

    code: str
    title: str
    count: int
    start: int
    sheets: tuple

    @property
    def more(self) -> int:
        """How many are only in the finder."""
        return self.count - len(self.sheets)


def catalogue_result(index, parameters: FinderParameters, finder_url: str, request: HttpRequest) -> dict:
    """What the page shows; calls to which nobody can apply now are none, unless a status is asked for."""
    now = timezone.now()
    expires_at_midnight(request)
    expires_at(request, next_status_change(index.locale, now))
    found = find(_in_order_of_fit(parameters).pairs(), index.locale, now)
    add_verdicts(found.sheets, parameters.profile)
    by_verdict = {verdict: [] for verdict in OVERALL}
    for sheet in found.sheets:
        if sheet.fit:
            by_verdict[Verdict(sheet.fit.badge.code)].append(sheet)
    counted = {one.value: one.count for one in found.results.facets.get(FIT, ())}
    counts = {verdict: counted.get(verdict.value, len(by_verdict[verdict])) for verdict in OVERALL}
    return {
        "headline": headline(counts),
        "groups": _groups(by_verdict, counts),
        "total": sum(counts.values()),
        "finder_url": finder_url,
        "notices": found.notices,
    }


def headline(counts: Mapping[Verdict, int]) -> str:
    """ "1 call fits you, 2 to be checked, 20 do not": the answer in a line."""
    fits, check, unfit = (counts[verdict] for verdict in OVERALL)
    if not fits + check + unfit:
        return _("No call is open now")
    fitting = ngettext("%(count)d call fits you", "%(count)d calls fit you", fits) % {"count": fits}
    others = [
        fitting if fits else _("No call fits you for certain"),
        ngettext("%(count)d to be checked", "%(count)d to be checked", check) % {"count": check},
        ngettext("%(count)d does not", "%(count)d do not", unfit) % {"count": unfit},
    ]
    return ", ".join(text for text, count in zip(others, (1, check, unfit), strict=True) if count)


def _in_order_of_fit(parameters: FinderParameters) -> FinderParameters:
    """All by what fits; where no status was chosen, the calls that are open or to come."""
    possible = tuple(status.value for status in Status if status not in OVER)
    filters = {"status": possible, **parameters.filters}
    return replace(parameters, filters=filters, sort=FIT, per=PAGE_SIZES[-1])


def _groups(by_verdict: Mapping[Verdict, list], counts: Mapping[Verdict, int]) -> list[VerdictGroup]:
    groups, start = [], 0
    for verdict, sheets in by_verdict.items():
        title = str(GROUP_TITLES[verdict])
        groups.append(VerdictGroup(verdict.value, title, counts[verdict], start, tuple(sheets)))
        start += counts[verdict]
    return [group for group in groups if group.count]
