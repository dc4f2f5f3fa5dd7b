"""Says afterwards that a logged extension was the correction of a mistake, or the other way round."""

from django.db import transaction
from wagtail.log_actions import log

from cms import cache_version

from ..models import FundingSheetPage, SheetChange

ACTION = "funding.change_told_as"
CORRECTION, EXTENSION = "correction", "extension"


def tell_as(change: SheetChange, correction: bool, sheet: FundingSheetPage, user) -> None:
    """The log belongs to ``sheet`` in every language, so all of them tell it anew. No day changes, and no
    index holds what the change was."""
    with transaction.atomic():
        change.correction = correction
        change.save(update_fields=["correction"])
        told = CORRECTION if correction else EXTENSION
        data = {"told_as": told, "before": change.before, "after": change.after}
        log(instance=sheet, action=ACTION, user=user, data=data)
        cache_version.bump()
