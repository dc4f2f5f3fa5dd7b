"""The editors' list of documents, with what the search knows of each."""

from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column
from wagtail.documents.views.documents import IndexView

from .models import Attachment, DocumentText
from .reading import states_of


class SearchedColumn(Column):
    """Whether the search knows a document's text, and if not, why."""

    def get_value(self, document):
        return _reading_state(document, getattr(document, "known", None))


def _reading_state(document: Attachment, known: DocumentText | None) -> str:
    if not document.kind:
        return _("Its text is not read")
    if known is None:
        return _("Waiting to be read")
    if known.state == DocumentText.State.REFUSED:
        return format_html("<strong>{}</strong> {}", known.get_state_display(), known.get_reason_display())
    if known.cut:
        return _("The beginning of its text")
    return _("Its text") if known.has_text else _("It holds no text: it may be a scanned picture.")


class DocumentIndexView(IndexView):
    """Wagtail's list with one column and one query more."""

    @cached_property
    def columns(self):
        return [*super().columns, SearchedColumn("searched", label=_("Found by the search"), width="20%")]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        documents = context["table"].data
        known = states_of(documents)
        for document in documents:
            document.known = known.get(document.pk)
        return context
