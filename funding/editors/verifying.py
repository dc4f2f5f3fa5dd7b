"""Notes that somebody has compared a sheet with the official page today."""

from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from cms import cache_version
from cms.admin.permissions import source_locale
from cms.models import PortalSettings

from ..models import FundingSheetPage
from ..models.versions import write_versions

ACTION = "funding.verified"


def source_of(sheet: FundingSheetPage) -> FundingSheetPage:
    """The sheet in the language that facts are kept in; itself where there is no such version."""
    versions = FundingSheetPage.objects.filter(translation_key=sheet.translation_key)
    return versions.filter(locale__language_code=settings.LANGUAGE_CODE).first() or sheet


def may_verify(user, source: FundingSheetPage) -> bool:
    """Whether ``user`` may change ``source``, the version that facts are kept in."""
    return source.permissions_for_user(user).can_edit()


def offers_verifying(user, sheet: FundingSheetPage) -> bool:
    """Whether ``user`` is offered to verify ``sheet``, once a day, where it is listed; without a query."""
    source = source_locale()
    due = sheet.verified_on != timezone.localdate()
    return bool(due and source and sheet.locale_id == source.pk and may_verify(user, sheet))


def verify(source: FundingSheetPage, user) -> date:
    """Set day and person on the sheet in every language; the day (Europe/Rome).

    Nothing is published: the rows are what the public reads, and every version that may be published later
    says the same. Neither is it a change of the call, so its log stays as it is.
    """
    today = timezone.localdate()
    facts = {"verified_on": today, "verified_by": _name(user)}
    with transaction.atomic():
        sheets = FundingSheetPage.objects.filter(translation_key=source.translation_key)
        write_versions(sheets, {**facts, "verified_on": today.isoformat()})
        sheets.update(**facts)
        log(instance=source, action=ACTION, user=user)
        cache_version.bump()
    return today


def _name(user) -> str:
    """The public reads it: never the name that somebody logs in with."""
    longest = FundingSheetPage._meta.get_field("verified_by").max_length
    return (user.get_full_name() or PortalSettings.of_site().owner)[:longest]
