"""Which calls of a list give more time than they did."""

from collections import defaultdict

from ..domain.status import CAN_APPLY
from ..presentation.changes import extension_that_holds, value_in_words
from ..presentation.facts import extension
from .sheet_change import SheetChange


def with_extensions(sheets: list) -> list:
    """The same sheets; those that one can apply for with ``extension``, what it was extended from in words,
    and ``extended_on``, when that was told. One query, and none where one can apply for none of them."""
    running = [sheet for sheet in sheets if sheet.status in CAN_APPLY]
    changes = defaultdict(list)
    if running:
        keys = [sheet.translation_key for sheet in running]
        for change in SheetChange.objects.filter(sheet_key__in=keys, field="closes"):
            changes[change.sheet_key].append(change)
    for sheet in running:
        change = extension_that_holds(sheet, changes[sheet.translation_key])
        sheet.extension = extension(value_in_words("closes", change.before)) if change else ""
        sheet.extended_on = change.day if change else None
    return sheets
