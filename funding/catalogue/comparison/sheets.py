"""The sheets of a comparison, in two queries."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from funding.models.queries import sheet_pages
from funding.models.sheet import FundingSheet

from .choice import Choice, SheetVersion


def live_versions(choice: Choice) -> list[SheetVersion]:
    """What the values of ``choice`` may mean: live sheets of any language."""
    if not choice.requested:
        return []
    meant = Q(slug__in=choice.requested) | Q(pk__in=choice.ids)
    rows = _public().filter(meant).values_list("pk", "slug", "translation_key", "locale__language_code")
    return [SheetVersion(*row) for row in rows]


def sheets_to_compare(keys: Iterable) -> list[FundingSheet]:
    """The live sheets with these translation keys, in every language; without their texts."""
    if not keys:
        return []
    sheets = _public().select_related("locale", "grantor", "managing_body").defer("body")
    return list(sheets.filter(translation_key__in=keys).order_by("pk"))


def versions_of(sheets: Iterable[FundingSheet]) -> list[SheetVersion]:
    """The same, as far as an address is concerned."""
    return [
        SheetVersion(sheet.pk, sheet.slug, sheet.translation_key, sheet.locale.language_code)
        for sheet in sheets
    ]


def _public() -> QuerySet[FundingSheet]:
    """A sheet that is kept behind a password shows nothing of itself here."""
    return sheet_pages().visible()
