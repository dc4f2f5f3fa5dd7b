"""Lists of pages in the admin whose rows ask the database nothing of their own."""

from collections.abc import Collection

from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from . import generation


class FixedQueriesMixin:
    """For Wagtail's views that list pages: as many queries for fifty rows as for one.

    Each page is told whether a language has no version of its own of it (``lacks_version``), and the number
    of the source that it has been submitted for translation from (``submitted_source``, or None).
    """

    def get_table(self, object_list):
        pages = list(object_list)
        _share_tasks(pages)
        _note_translations(pages)
        return super().get_table(pages)


def _share_tasks(pages: Collection[Page]) -> None:
    """Pages that wait for the same approval ask only once what kind of approval it is."""
    tasks = {}
    for page in pages:
        for state in getattr(page, "_current_workflow_states", ()):
            if step := state.current_task_state:
                step.task = tasks.setdefault(step.task_id, step.task)


def _note_translations(pages: Collection[Page]) -> None:
    keys = [page.translation_key for page in pages]
    versions: dict = {}
    own = Page.objects.filter(translation_key__in=keys, alias_of=None)
    for key, locale in own.values_list("translation_key", "locale"):
        versions.setdefault(key, set()).add(locale)
    enabled = Translation.objects.filter(source__object_id__in=keys, enabled=True)
    sources = {
        (key, locale): source
        for key, locale, source in enabled.values_list("source__object_id", "source__locale", "source")
    }
    languages = generation.remember(
        "page-list-locales", lambda: set(Locale.objects.values_list("pk", flat=True))
    )
    for page in pages:
        page.lacks_version = not languages <= versions.get(page.translation_key, set())
        page.submitted_source = sources.get((page.translation_key, page.locale_id))
