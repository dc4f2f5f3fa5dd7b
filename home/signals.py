"""A term has been written, changed or deleted: the search reads the glossary page anew."""

from django.db.models.signals import post_delete, post_save
from portal.core.models import GlossaryTerm

from search import outbox

from .models import GlossaryPage


def connect() -> None:
    """Called when the app is ready."""
    for signal in (post_save, post_delete):
        signal.connect(_on_term, sender=GlossaryTerm, dispatch_uid="glossary-search")


def _on_term(sender, instance, raw=False, **kwargs) -> None:
    if not raw:
        outbox.note_pages(GlossaryPage.objects.filter(locale_id=instance.locale_id))
