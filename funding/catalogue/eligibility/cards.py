"""The verdict on each card of the finder."""

from collections.abc import Iterable
from dataclasses import dataclass

from cms.presentation import Badge
from funding.domain.eligibility.criteria import fit
from funding.domain.eligibility.profile import Profile
from funding.domain.eligibility.requirements import Requirement
from funding.domain.status import OVER
from funding.models.queries import sheet_pages
from funding.models.sheet import FundingSheet
from funding.presentation.eligible_call import call_with, needed

from .links import questions_url, with_profile
from .texts import badge, open_points, unstated_points


@dataclass(frozen=True)
class CardFit:
    """``why`` names the criteria that decide, ``unstated`` those on which the sheet says nothing; ``url``
    explains, ``sheet_url`` carries the answers on."""

    badge: Badge
    why: str
    unstated: str
    url: str
    sheet_url: str


def add_verdicts(sheets: Iterable[FundingSheet], profile: Profile) -> None:
    """Give each sheet its ``fit``, unless it is over. One query more, however many there are: lists load
    without the text."""
    sheets = [sheet for sheet in sheets if sheet.status not in OVER]
    requirements = _requirements(sheets)
    for sheet in sheets:
        found = fit(profile, call_with(sheet, requirements.get(sheet.pk, ())))
        sheet.fit = CardFit(
            badge=badge(found.verdict),
            why=open_points(found),
            unstated=unstated_points(found),
            url=questions_url(sheet.url, profile),
            sheet_url=with_profile(sheet.url, profile),
        )


def _requirements(sheets: list[FundingSheet]) -> dict[int, tuple[Requirement, ...]]:
    rows = sheet_pages().filter(pk__in=[sheet.pk for sheet in sheets])
    return {pk: needed(blocks) for pk, blocks in rows.values_list("pk", "requirements")}
