"""What a sheet tells the search: words in its own language, codes, amounts and moments as data."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.vocabularies import REGIONS, Vocabulary

from ..presentation.eligible_call import call_of
from .added import ADDED, added_on, added_values
from .facets import FACETS, facets_of

# What a status follows from, by the names of ``funding.domain.status.Course``.
MOMENTS = ("opens", "closes", "closed_early_at", "verified")
FLAGS = ("suspended", "results_pending", "undated", "without_deadline", "opening_month_only")
AMOUNTS = ("grant_min", "grant_max")


def search_details(sheet) -> dict[str, Any]:
    """Arguments of a ``SearchDocument``, as the search's contract names them."""
    numbers = {name: getattr(sheet, name) for name in AMOUNTS}
    dates = sheet.dates
    return {
        "facts": words(sheet),
        "keywords": sheet.source_id,
        "facets": indexed_facets(sheet),
        "numbers": {name: number for name, number in numbers.items() if number is not None},
        "moments": {name: moment for name in MOMENTS if (moment := getattr(dates, name)) is not None},
        "flags": {name: getattr(dates, name) for name in FLAGS},
    }


def known_since(sheet) -> date | None:
    """The day that the newest are sorted by: a call that opens next year was known when it appeared here."""
    days = (sheet.opens_on, added_on(sheet))
    return sheet.announced_on or min((day for day in days if day), default=None)


def indexed_facets(sheet) -> dict[str, tuple[str, ...]]:
    """All facets: the finder's, as ``condition`` what only an applicant can check, as ``refused`` the answers
    with which nobody can meet the requirements, as ``doubtful`` those that leave them open."""
    call = call_of(sheet)
    answers = {"refused": tuple(sorted(call.refused)), "doubtful": tuple(sorted(call.doubtful))}
    return {**facets(sheet), "condition": call.conditions, **answers}


def facets(sheet) -> dict[str, tuple[str, ...]]:
    """Codes and slugs by the finder's parameter names, when it was added, which amounts are ``stated``."""
    stated = tuple(name for name in AMOUNTS if getattr(sheet, name) is not None)
    return {**facets_of(sheet), ADDED: added_values(sheet), "stated": stated}


def _labels(vocabulary: Vocabulary, codes: Sequence[str]) -> list[str]:
    """What readers see, and what the source says: people look for both."""
    return [*vocabulary.labels(codes), *(vocabulary.official_label(code) for code in codes)]


def words(sheet) -> str:
    """The facts as words that people search for."""
    with override(sheet.locale.language_code):
        lines = [sheet.official_title, sheet.code, sheet.programme, sheet.measure, sheet.municipalities]
        for body in (sheet.public_grantor, sheet.public_managing_body):
            lines += [body.name, body.short_name] if body else []
        lines += REGIONS.labels(sheet.regions)
        lines += [_("The whole country")] if sheet.whole_country else []
        for facet in FACETS:
            lines += _labels(facet.vocabulary, facet.of_sheet(sheet)) if facet.worded else []
        lines += [block.value["text"] for block in sheet.requirements]
        return "\n".join(line for line in lines if line)
