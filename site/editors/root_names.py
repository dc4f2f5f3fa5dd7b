"""The first page and the first collection in the reader's language: Wagtail calls both "Root" everywhere."""

from django.utils.translation import gettext_lazy as _
from wagtail.documents.views.documents import IndexView as DocumentIndexView
from wagtail.images.views.images import IndexView as ImageIndexView
from wagtail.models import Collection, Page

WAGTAILS = "Root"
ALL_PAGES, MAIN_COLLECTION = _("All pages"), _("Main collection")

_title_of, _indented_name_of = Page.get_admin_display_title, Collection.get_indented_name


def _title(page: Page) -> str:
    return str(ALL_PAGES) if page.depth == 1 and page.title == WAGTAILS else _title_of(page)


def _name(collection: Collection) -> str:
    is_first = collection.depth == 1 and collection.name == WAGTAILS
    return str(MAIN_COLLECTION) if is_first else collection.name


def _indented_name(collection: Collection, *args, **kwargs) -> str:
    text = _indented_name_of(collection, *args, **kwargs)
    return _name(collection) if text == collection.name else text


def _show_names(view: type) -> None:
    """Show the translated name of a collection in the column of a list."""
    listed = view.columns.func

    def columns(self):
        found = listed(self)
        for column in found:
            if column.name == "collection":
                column.accessor = "collection"
        return found

    view.columns.func = columns


def use_translated_names() -> None:
    """Called once, at the start. The rows keep their names, by which Wagtail's commands find them."""
    Page.get_admin_display_title = _title
    Collection.__str__, Collection.get_indented_name = _name, _indented_name
    for view in (DocumentIndexView, ImageIndexView):
        _show_names(view)
