"""Says afterwards that a logged extension was the correction of a mistake, or the other way round."""

from django.db import transaction
from wagtail.log_actions import log

from cms import cache_version

from ..models import FundingSheetPage, SheetChange

ACTION = "funding.closing_change_classified"
CORRECTION, EXTENSION = "correction", "extension"


def classify(change: SheetChange, correction: bool, sheet: FundingSheetPage, user) -> None:
    """Say that ``change`` was a correction or an extension. ``sheet`` is the original; its log is shared
    by all languages. No day changes and no index holds the kind: only cached pages are renewed."""
    with transaction.atomic():
        change.correction = correction
        change.save(update_fields=["correction"])
        kind = CORRECTION if correction else EXTENSION
        data = {"classification": kind, "before": change.before, "after": change.after}
        log(instance=sheet, action=ACTION, user=user, data=data)
        cache_version.bump()
