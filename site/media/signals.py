"""What happens when a picture or a document is saved, and when a document goes."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from .models import Attachment, Picture
from .reading import forget_unused
from .tasks import make_sizes, read_document


@receiver(post_save, sender=Picture)
def make_sizes_after_commit(instance, raw=False, **kwargs):
    """Neither readers nor the editor wait for an encoder: a worker makes the sizes, and until then pages show
    the original."""
    if not raw:
        transaction.on_commit(lambda: make_sizes.enqueue(instance.pk), robust=True)


@receiver(post_save, sender=Attachment)
def read_after_commit(instance, raw=False, **kwargs):
    """The editor does not wait: a worker reads the file."""
    if not raw and instance.kind:
        transaction.on_commit(lambda: read_document.enqueue(instance.pk), robust=True)


@receiver(post_delete, sender=Attachment)
def forget_after_commit(**kwargs):
    """With the last document of a content goes its text."""
    transaction.on_commit(forget_unused, robust=True)
