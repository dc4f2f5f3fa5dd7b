"""The messages in the admin, and as a table to take away."""

from portal.core.spreadsheets import DefusedExportMixin
from wagtail.contrib.forms.views import SubmissionsListView


class MessagesView(DefusedExportMixin, SubmissionsListView):
    """What strangers have written is opened by a spreadsheet as text."""
