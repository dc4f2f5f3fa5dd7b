"""What stands beside a translated text: when it was translated and with what, or what is wrong with it.

The library writes the month in English for everybody, and faults of markup as a programmer sees them.
"""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import StringTranslation

from cms.formats import localized

from .markup import mistake


def install() -> None:
    """The library has no setting for it."""
    StringTranslation.get_comment = _comment
    StringTranslation.get_error = _error


def _comment(translation: StringTranslation) -> str | None:
    date = localized.long_date(timezone.localdate(translation.updated_at))
    if translation.tool_name:
        return _("Translated with {tool_name} on {date}").format(tool_name=translation.tool_name, date=date)
    if translation.translation_type == StringTranslation.TRANSLATION_TYPE_MANUAL:
        return _("Translated manually on {date}").format(date=date)
    return _("Machine translated on {date}").format(date=date)


def _error(translation: StringTranslation) -> str | None:
    """Why this text is not published, in the reader's language; None where nothing is wrong."""
    if not translation.has_error:
        return None
    return mistake(translation.translation_of.data, translation.data) or translation.field_error or None
