"""All that has been submitted for translation: the library's report, without its queries for each row.

It can be taken away as a table as well, which the library's could not.
"""

from collections import defaultdict
from collections.abc import Iterable

import django_filters
from django.conf import settings
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.coreutils import get_content_type_label
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views.report import ContentTypeModelChoiceFilter, TranslationsReportView

from cms.admin.columns import TextColumn, edit_address
from cms.admin.permissions import may_change_any
from cms.admin.report import Report
from cms.sorting import by_name

WAITING = {True: _("Waiting for translations"), False: _("Up to date")}


class TranslationsFilterSet(WagtailFilterSet):
    title = django_filters.CharFilter(
        label=_("Title"), field_name="source__object_repr", lookup_expr="icontains"
    )
    kind = ContentTypeModelChoiceFilter(label=_("Kind"), field_name="source__specific_content_type")
    language = django_filters.ChoiceFilter(
        label=_("Language"),
        field_name="target_locale__language_code",
        choices=lambda: settings.WAGTAIL_CONTENT_LANGUAGES,
    )
    waiting = django_filters.ChoiceFilter(
        label=_("State"), field_name="waiting_for_translation", choices=list(WAITING.items())
    )

    class Meta:
        model = Translation
        fields = ["title", "kind", "language", "waiting"]


class TranslationsPaginator(WagtailPaginator):
    """The library's model has no names."""

    verbose_name = _("translation")
    verbose_name_plural = _("translations")


class TranslationReport(Report):
    paginator_class = TranslationsPaginator
    index_url_name = "wagtail_localize:translations_report"
    index_results_url_name = "wagtail_localize:translations_report_results"
    export_filename = "translations"
    model = Translation
    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    filterset_class = TranslationsFilterSet
    columns = [
        TitleColumn(
            "title",
            label=_("Title"),
            accessor="source.object_repr",
            get_url=lambda translation: translation.edit_url,
            sort_key="source__object_repr",
        ),
        Column(
            "kind",
            label=_("Kind"),
            accessor=lambda translation: get_content_type_label(translation.source.specific_content_type),
            width="20%",
        ),
        Column("source", label=_("From"), accessor="source.locale.get_display_name", width="12%"),
        Column("target", label=_("Language"), accessor="target_locale.get_display_name", width="12%"),
        TextColumn(
            "state",
            label=_("State"),
            accessor=lambda translation: WAITING[translation.waiting_for_translation],
            width="20%",
        ),
    ]

    @classmethod
    def allows(cls, user) -> bool:
        return may_change_any(user)

    @classmethod
    def rows(cls, user):
        related = ("source__locale", "source__specific_content_type", "target_locale")
        found = TranslationsReportView().get_queryset().select_related(*related)
        return found.order_by(by_name("source__object_repr"), "pk")

    @classmethod
    def complete(cls, rows):
        versions = _versions(rows)
        for translation in rows:
            found = versions.get((translation.source.object_id, translation.target_locale_id))
            translation.edit_url = _edit_address(*found) if found else ""


def _versions(rows: Iterable[Translation]) -> dict[tuple, tuple[type[Model], int]]:
    """The translated page or snippet for each key and language: its model and number; a query a model."""
    keys = defaultdict(list)
    for translation in rows:
        model = translation.source.specific_content_type.model_class()
        keys[Page if issubclass(model, Page) else model].append(translation.source.object_id)
    return {
        (key, locale): (model, pk)
        for model, some in keys.items()
        for key, locale, pk in model.objects.filter(translation_key__in=some).values_list(
            "translation_key", "locale", "pk"
        )
    }


def _edit_address(model: type[Model], pk: int) -> str:
    return edit_address(pk) if model is Page else AdminURLFinder().get_edit_url(model(pk=pk)) or ""
