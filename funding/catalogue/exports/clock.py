"""The one moment of a whole export."""

from dataclasses import dataclass
from datetime import datetime

from funding.domain.status import CAN_APPLY, Status, days_left, status_of
from funding.models.sheet import FundingSheet


@dataclass(frozen=True)
class Clock:
    """The one moment of a whole export, and how near a deadline counts as closing (days)."""

    now: datetime
    closing_days: int

    def status(self, sheet: FundingSheet) -> Status:
        return status_of(sheet.dates, self.now, self.closing_days)

    def days_left(self, sheet: FundingSheet) -> int | None:
        """Days to the deadline while one can apply."""
        return days_left(sheet.dates, self.now) if self.status(sheet) in CAN_APPLY else None
