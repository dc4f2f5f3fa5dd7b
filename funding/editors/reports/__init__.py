"""What waits for those who keep the sheets true."""

from .closing_changes import ClosingChanges
from .dates import Awaited, ClosingSoon, InDoubt
from .imports import ImportedDrafts
from .statuses import StatusChanged
from .unverified import Unverified

REPORTS = [StatusChanged, ClosingSoon, Awaited, InDoubt, Unverified, ClosingChanges, ImportedDrafts]
