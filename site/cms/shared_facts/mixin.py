"""Part of every page and snippet."""

from .carrying import carrying


class SharingMixin:
    """Its saving carries what is neutral to the versions in other languages, or takes it from them.

    ``is_carrying`` holds while it is saved; ``takes_facts`` while its facts are those that another version
    has just published, so that they are no news.
    """

    is_carrying = False
    takes_facts = False

    def save(self, *args, **kwargs):
        with carrying(self, kwargs.get("update_fields")):
            return super().save(*args, **kwargs)
