"""What waits for those who keep the sheets true."""

from .closing_changes import ClosingChanges
from .dates import ClosingSoon, InDoubt, ResultsPending
from .imports import ImportedDrafts
from .statuses import StatusChanged
from .unverified import Unverified

REPORTS = [StatusChanged, ClosingSoon, ResultsPending, InDoubt, Unverified, ClosingChanges, ImportedDrafts]
