"""When a text was translated, and with what: the library writes the month in English for everybody."""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail_localize.models import StringTranslation

from portal.core import formats


def put_in_place() -> None:
    """The library has no setting for it."""
    StringTranslation.get_comment = _comment


def _comment(translation: StringTranslation) -> str | None:
    date = formats.long_date(timezone.localdate(translation.updated_at))
    if translation.tool_name:
        return _("Translated with {tool_name} on {date}").format(tool_name=translation.tool_name, date=date)
    if translation.translation_type == StringTranslation.TRANSLATION_TYPE_MANUAL:
        return _("Translated manually on {date}").format(date=date)
    return _("Machine translated on {date}").format(date=date)
