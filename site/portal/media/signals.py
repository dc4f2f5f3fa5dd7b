"""What happens when a picture is saved."""

from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver

from .models import Picture
from .renditions import make_renditions


@receiver(post_save, sender=Picture)
def make_renditions_after_commit(instance, raw=False, **kwargs):
    """Readers never wait for an encoder. A file that cannot be read is logged, and its page still shows."""
    if not raw:
        transaction.on_commit(lambda: make_renditions(instance), robust=True)
