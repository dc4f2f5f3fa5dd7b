"""Part of every page and snippet."""

from .save_hooks import sync_facts


class SharingMixin:
    """Its saving carries what is neutral to the versions in other languages, or takes it from them.

    ``is_syncing_facts`` holds while it is saved; ``takes_facts`` while its facts are those that another
    version has just published, so that they are no news.
    """

    is_syncing_facts = False
    takes_facts = False

    def save(self, *args, **kwargs):
        with sync_facts(self, kwargs.get("update_fields")):
            return super().save(*args, **kwargs)
