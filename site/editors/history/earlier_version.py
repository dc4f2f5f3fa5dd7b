"""An earlier version in the form, to be brought back: nothing has happened yet; the head names it."""

from django.utils.html import format_html
from django.utils.translation import gettext as _


class EarlierVersionMixin:
    """For the views that bring back a version of a page or a snippet."""

    def get_warning_message(self):
        told = _("Nothing has changed yet: to bring this version back, press “%(button)s”.")
        return format_html(
            "{} {}", super().get_warning_message(), told % {"button": _("Replace current draft")}
        )
