"""Submitting for translation: new drafts, and nothing else touched."""

from django.db import transaction
from wagtail.models import Locale, Page, PageLogEntry
from wagtail_localize.operations import TranslationCreator


class DraftCreator(TranslationCreator):
    """What is translated already stays as it is: the library would save it again, over what is published.

    A page whose parent is not translated brings its parent along as a draft, never as a copy in the
    source's language.
    """

    def create_translations(self, instance, include_related_objects=True):
        targets = self.target_locales
        self.target_locales = [locale for locale in targets if not translated(instance, locale)]
        try:
            if self.target_locales:
                self._parent_first(instance)
                super().create_translations(instance, include_related_objects)
                self._tell_who(instance)
        finally:
            self.target_locales = targets

    def _tell_who(self, instance) -> None:
        """The library copies the original with its owner, whom Wagtail takes for the maker of the copy."""
        if not isinstance(instance, Page):
            return
        made = Page.objects.filter(
            translation_key=instance.translation_key, locale__in=self.target_locales, alias_of=None
        )
        made.update(owner=self.user)
        log = PageLogEntry.objects.filter(page__in=made, action="wagtail.create")
        log.update(user=self.user)

    def _parent_first(self, instance) -> None:
        if isinstance(instance, Page) and instance.depth > 2:
            self.create_translations(instance.get_parent().specific)


def translated(instance, locale: Locale) -> bool:
    """Whether there is a version of its own in ``locale``, live or not."""
    versions = type(instance).objects.filter(translation_key=instance.translation_key, locale=locale)
    return (
        versions.exclude(alias_of__isnull=False).exists() if isinstance(instance, Page) else versions.exists()
    )


@transaction.atomic
def submit(instance, locales, user=None, components=None) -> None:
    """Make a draft of ``instance``, and of what it refers to, in each of ``locales``."""
    creator = DraftCreator(user, list(locales))
    creator.create_translations(instance)
    if components is not None:
        components.save(creator, sources_and_translations=creator.mappings)
