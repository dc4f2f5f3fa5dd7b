"""Making sheets, for one test or for all tests of a module."""

from datetime import date

from cms.models import Organisation
from cms.vocabularies import AID_FORMS, BENEFICIARIES, COSTS, PURPOSES, SECTORS, SIZES, TERRITORIES
from funding.models import FundingSheetPage
from tests.factories import pages

# The closed lists of which a sheet has several codes, by field.
LISTS = {
    "beneficiaries": BENEFICIARIES,
    "sizes": SIZES,
    "sectors": SECTORS,
    "purposes": PURPOSES,
    "aid_forms": AID_FORMS,
    "costs": COSTS,
    "territories": TERRITORIES,
}


def a_ministry() -> Organisation:
    return Organisation.objects.create(
        name="Ministero della Cultura",
        slug="ministero-della-cultura",
        short_name="MiC",
        website="https://mic.example",
    )


def open_sheet(tree: pages.Tree, **fields) -> FundingSheetPage:
    """A live Italian sheet, open from 1 September to 31 December 2026, but for what is given."""
    defaults = {
        "summary": "Contributi a chi gestisce teatri e cinema.",
        "opens_on": date(2026, 9, 1),
        "closes_on": date(2026, 12, 31),
    }
    return pages.sheet(tree.funding, **defaults | fields)
