"""The messages in the admin, and as a table to take away."""

from wagtail.contrib.forms.views import SubmissionsListView

from cms.formats.spreadsheets import DefusedExportMixin


class MessagesView(DefusedExportMixin, SubmissionsListView):
    """What strangers have written is opened by a spreadsheet as text. A field that the form has got since
    a message was sent is empty there."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for row in context.get("data_rows", ()):
            row["fields"] = ["" if value is None else value for value in row["fields"]]
        return context
