"""The columns that lists share. What a column shows is also what an export holds."""

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.coreutils import get_content_type_label

from cms.formats import localized

from .permissions import locales


def edit_address(page_id: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page_id])


class PageColumn(TitleColumn):
    """A page's title, which leads to its editor. ``page`` finds the page of a row."""

    def __init__(self, name="title", page=lambda row: row, **kwargs):
        kwargs.setdefault("label", _("Page"))
        super().__init__(
            name,
            accessor=lambda row: page(row).get_admin_display_title(),
            get_url=lambda row: edit_address(page(row).pk),
            **kwargs,
        )


class LanguageColumn(Column):
    """The language of a page, by name."""

    def __init__(self, name="language", page=lambda row: row, **kwargs):
        super().__init__(name, label=_("Language"), accessor=page, width="10%", **kwargs)

    def get_value(self, row):
        page = super().get_value(row)
        names = dict(settings.LANGUAGES)
        codes = {locale.pk: locale.language_code for locale in locales()}
        return str(names.get(codes.get(page.locale_id), ""))


class KindColumn(Column):
    """What kind of page it is."""

    def __init__(self, page=lambda row: row, **kwargs):
        super().__init__("kind", label=_("Kind"), accessor=page, width="14%", **kwargs)

    def get_value(self, row):
        return get_content_type_label(super().get_value(row).cached_content_type)


class DayColumn(Column):
    """A day, written out; an export holds the day itself."""

    def get_cell_context_data(self, row, parent_context):
        context = super().get_cell_context_data(row, parent_context)
        day = context["raw_value"]
        context["value"] = localized.long_date(day) if day else self.empty_value_display
        return context


class TextColumn(Column):
    """Text that may be a lazy translation, or empty."""

    def get_value(self, row):
        value = super().get_value(row)
        return str(value) if isinstance(value, Promise) else value
