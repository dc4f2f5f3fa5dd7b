from .import_job import ImportJob
from .import_record import ImportRecord
from .index import FundingIndexPage
from .sheet import FundingSheetPage
from .sheet_change import SheetChange, WithdrawnFacts
from .status_review import StatusReview

__all__ = [
    "FundingIndexPage",
    "FundingSheetPage",
    "ImportJob",
    "ImportRecord",
    "SheetChange",
    "StatusReview",
    "WithdrawnFacts",
]
