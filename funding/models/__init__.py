from .index import FundingIndexPage
from .sheet import FundingSheetPage

__all__ = ["FundingIndexPage", "FundingSheetPage"]
