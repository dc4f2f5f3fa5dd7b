"""Lists of pages in the admin whose rows ask the database nothing of their own."""

from collections.abc import Collection

from django.db.models import QuerySet
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Locale, Page, TranslatableMixin
from wagtail_localize.models import Translation

from .. import cache_version
from .mobile_rows import CardsMixin

# Wagtail's columns before and after a list's own; without the parent, which is one for the whole list.
FIRST_COLUMNS = IndexView.base_columns[:2]
LAST_COLUMNS = IndexView.base_columns[3:]


class FixedQueriesMixin(CardsMixin):
    """For Wagtail's views that list pages: as many queries for fifty rows as for one.

    Each page is told what ``note_translations`` finds.
    """

    def get_table(self, object_list):
        pages = list(object_list)
        _share_tasks(pages)
        note_translations(pages)
        return super().get_table(pages)


class SectionIndexView(FixedQueriesMixin, IndexView):
    """The list of one kind of page, which is read on a phone as well."""


class SectionListing(PageListingViewSet):
    """A list in the admin's menu."""

    add_to_admin_menu = True
    index_view_class = SectionIndexView


def _share_tasks(pages: Collection[Page]) -> None:
    """Pages that wait for the same approval ask only once what kind of approval it is."""
    tasks = {}
    for page in pages:
        for state in getattr(page, "_current_workflow_states", ()):
            if step := state.current_task_state:
                step.task = tasks.setdefault(step.task_id, step.task)


def note_translations(rows: Collection[TranslatableMixin]) -> None:
    """Tell each page, or each snippet of one kind, whether a language has no version of its own of it
    (``lacks_version``), and the number of the source that it has been submitted for translation from
    (``submitted_source``, or None).
    """
    keys = [row.translation_key for row in rows]
    versions: dict = {}
    for key, locale in _own_versions(rows, keys):
        versions.setdefault(key, set()).add(locale)
    enabled = Translation.objects.filter(source__object_id__in=keys, enabled=True)
    sources = {
        (key, locale): source
        for key, locale, source in enabled.values_list("source__object_id", "source__locale", "source")
    }
    languages = cache_version.memoize(
        "page-list-locales", lambda: set(Locale.objects.values_list("pk", flat=True))
    )
    for row in rows:
        row.lacks_version = not languages <= versions.get(row.translation_key, set())
        row.submitted_source = sources.get((row.translation_key, row.locale_id))


def _own_versions(rows: Collection[TranslatableMixin], keys: list) -> QuerySet:
    """Pairs of a key and a language; what is only an alias of a page does not count."""
    first = next(iter(rows), None)
    if first is None or isinstance(first, Page):
        own = Page.objects.filter(alias_of=None)
    else:
        own = type(first)._default_manager.all()
    return own.filter(translation_key__in=keys).values_list("translation_key", "locale")
