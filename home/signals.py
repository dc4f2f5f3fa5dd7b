"""A term has been written, changed or deleted: the search reads the glossary page anew. A picture has got its
sizes: pages are shown anew."""

from django.db.models.signals import post_delete, post_save

from cms import cache_version
from cms.models import GlossaryTerm
from media.renditions import sizes_made
from search.index import outbox

from .models import GlossaryPage


def connect() -> None:
    """Called when the app is ready."""
    for signal in (post_save, post_delete):
        signal.connect(_on_term, sender=GlossaryTerm, dispatch_uid="glossary-search")
    sizes_made.connect(_on_sizes, dispatch_uid="sizes-cache-version")


def _on_term(sender, instance, raw=False, **kwargs) -> None:
    if not raw:
        outbox.note_pages(GlossaryPage.objects.filter(locale_id=instance.locale_id))


def _on_sizes(**kwargs) -> None:
    cache_version.bump()
