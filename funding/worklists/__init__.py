"""What waits for those who keep the sheets true."""

from .dates import Awaited, ClosingSoon
from .imports import ImportedDrafts
from .unverified import Unverified

WORKLISTS = [ClosingSoon, Awaited, Unverified, ImportedDrafts]
