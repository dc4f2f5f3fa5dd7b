"""Whether a record makes a sheet: the model's own rules, without a query."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from funding.models import FundingSheetPage
from funding.models.validation import validation_errors

from .fields import assign, label_of
from .record import ORGANISATION_FIELDS, CallRecord

SHEET_FIELDS = frozenset(
    field.name for field in FundingSheetPage._meta.get_fields() if hasattr(field, "attname")
)


def reasons_against(record: CallRecord) -> tuple[str, ...]:
    """Why the record cannot be used, in words; empty if it can."""
    page = FundingSheetPage()
    try:
        assign(page, record.values, {})
    except ValidationError as error:
        return tuple(error.messages)
    return sheet_reasons(page, record.values)


def sheet_reasons(page: FundingSheetPage, values: Mapping[str, Any]) -> tuple[str, ...]:
    """What is wrong with the fields that ``values`` name, and with the sheet as a whole."""
    wrong: dict[str, list[str]] = {}
    try:
        page.clean_fields(exclude=SHEET_FIELDS - (set(values) - set(ORGANISATION_FIELDS)))
    except ValidationError as error:
        wrong = error.message_dict
    for field, messages in validation_errors(page).items():
        wrong.setdefault(field, []).extend(messages)
    return tuple(
        _("%(field)s: %(message)s") % {"field": label_of(field), "message": message}
        for field, messages in wrong.items()
        for message in messages
    )
