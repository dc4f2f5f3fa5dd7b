from .import_job import ImportJob
from .import_record import ImportRecord
from .sheet_change import LastPublicFacts, SheetChange
from .status_review import StatusReview

# isort: split
# Last, as the one exception from the layers: Django looks here for the page classes, which stand above.
from funding.pages.index import FundingIndexPage
from funding.pages.sheet import FundingSheetPage

__all__ = [
    "FundingIndexPage",
    "FundingSheetPage",
    "ImportJob",
    "ImportRecord",
    "LastPublicFacts",
    "SheetChange",
    "StatusReview",
]
