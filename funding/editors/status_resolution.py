"""An editor's statement resolves the status of a sheet: its days change in every language, and nothing else
is published."""

from datetime import date

from django.db import transaction
from wagtail.log_actions import log

from cms import cache_version

from ..models import FundingSheetPage, StatusReview
from ..models.validation import validation_errors
from ..models.versions import write_versions

ACTION = "funding.settled"
NO_DEADLINE, CONCLUDED, DATED, RIGHT = "no-deadline", "concluded", "dated", "right"


class ContradictionError(ValueError):
    """The statement contradicts what the sheet says already; ``str`` is what is wrong."""


def may_resolve_status(user, source: FundingSheetPage) -> bool:
    """Whether ``user`` may change what the public reads of ``source``."""
    return source.permissions_for_user(user).can_publish()


def resolve_status(source: FundingSheetPage, statement: str, user, day: date | None = None) -> None:
    """Note on the sheet what ``statement`` says, in every language, and take it off the list of statuses to
    review. With ``RIGHT`` its days stay as they are.

    The row of a live sheet is saved, so that its change is logged and told; drafts say the same from then on.
    """
    facts = _facts(statement, day)
    with transaction.atomic():
        sheets = FundingSheetPage.objects.filter(translation_key=source.translation_key)
        if facts:
            for sheet in sheets:
                _save(sheet, facts)
            write_versions(sheets, {name: _plain(value) for name, value in facts.items()})
        StatusReview.objects.filter(page__translation_key=source.translation_key).delete()
        log(instance=source, action=ACTION, user=user, data={"statement": statement})
        cache_version.bump()


def _facts(statement: str, day: date | None) -> dict:
    if statement == NO_DEADLINE:
        return {"no_deadline": True, "closes_on": None, "closes_at": None}
    if statement == CONCLUDED:
        return {"concluded": True}
    if statement == DATED and day:
        return {"closes_on": day, "closes_at": None, "no_deadline": False}
    return {}


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value


def _save(sheet: FundingSheetPage, facts: dict) -> None:
    for name, value in facts.items():
        setattr(sheet, name, value)
    wrong = validation_errors(sheet)
    if reasons := [reason for name in facts for reason in wrong.get(name, ())]:
        raise ContradictionError(" ".join(reasons))
    sheet.save(update_fields=[*facts], clean=False)
