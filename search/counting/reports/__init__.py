"""What editors see of the counts, under "Reports" in the admin."""

from .clicks import ClicksReport
from .searches import SearchesReport

__all__ = ["ClicksReport", "SearchesReport"]
