"""The verdict on each card of the finder."""

from collections.abc import Iterable
from dataclasses import dataclass

from portal.core.presentation import Badge

from funding.models import FundingSheetPage

from .criteria import fit
from .links import carrying, questions_url
from .profile import Profile
from .sheets import call_with, needed_texts
from .texts import badge, unsettled


@dataclass(frozen=True)
class CardFit:
    """``why`` names the criteria that decide; ``url`` explains, ``sheet_url`` carries the answers on."""

    badge: Badge
    why: str
    url: str
    sheet_url: str


def add_verdicts(sheets: Iterable[FundingSheetPage], profile: Profile) -> None:
    """Give each sheet its ``fit``. One query more, however many there are: lists load without the text."""
    sheets = list(sheets)
    needed = _requirements(sheets)
    for sheet in sheets:
        found = fit(profile, call_with(sheet, needed.get(sheet.pk, ())))
        sheet.fit = CardFit(
            badge=badge(found.verdict),
            why=unsettled(found),
            url=questions_url(sheet.url, profile),
            sheet_url=carrying(sheet.url, profile),
        )


def _requirements(sheets: list[FundingSheetPage]) -> dict[int, tuple[str, ...]]:
    rows = FundingSheetPage.objects.filter(pk__in=[sheet.pk for sheet in sheets])
    return {pk: needed_texts(blocks) for pk, blocks in rows.values_list("pk", "requirements")}
