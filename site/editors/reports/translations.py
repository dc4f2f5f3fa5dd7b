"""Pages and entries that a language lacks, or has as they once were."""

import django_filters
from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.coreutils import get_content_type_label
from wagtail.models import Locale, Page

from cms.admin.columns import TextColumn, edit_address
from cms.admin.panels import SHORT, ReportPanel
from cms.admin.permissions import languages, locales, source_locale
from cms.admin.report import Report
from cms.constants import TRANSLATE

from .outstanding import MISSING, STATES, describe, rows


class TranslationFilterSet(WagtailFilterSet):
    """What is asked for decides which rows there are in the first place: the report does it."""

    language = django_filters.ChoiceFilter(
        label=_("Language of the translation"),
        method="leave",
        choices=lambda: [(each.language_code, each.get_display_name()) for each in locales()[1:]],
    )
    state = django_filters.ChoiceFilter(label=_("State"), method="leave", choices=list(STATES.items()))

    class Meta:
        model = Page
        fields = ["language", "state"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Wagtail's own: all originals are in one language.
        self.filters.pop("locale", None)

    def leave(self, found, name, value):
        return found


class ToDoPaginator(WagtailPaginator):
    verbose_name = _("page or entry")
    verbose_name_plural = _("pages and entries")


class ToDoPanel(ReportPanel):
    """Rows of several models cannot be counted by the query that reads them."""

    @cached_property
    def rows(self) -> list:
        return list(self._rows[:SHORT])

    @cached_property
    def total(self) -> int:
        return len(self.rows) if len(self.rows) < SHORT else self._rows.count()


class TranslationsToDo(Report):
    """One language at a time: that of ``language``, or the first that the user may change pages in."""

    slug = "translations-to-do"
    model = Page
    paginator_class = ToDoPaginator
    page_title = _("To translate")
    header_icon = "wagtail-localize-language"
    order = 70
    filterset_class = TranslationFilterSet
    default_ordering = "-last_published_at"
    columns = [
        TitleColumn(
            "title",
            label=_("Title"),
            accessor="row_name",
            get_url=lambda row: _address(row),
            sort_key="row_name",
        ),
        Column("kind", label=_("Kind"), accessor=lambda row: get_content_type_label(_kind(row)), width="14%"),
        TextColumn("state", label=_("State"), accessor=describe, width="24%"),
        DateColumn("last_published_at", label=_("Published"), sort_key="last_published_at", width="16%"),
    ]
    short = ("title", "state", "last_published_at")

    @classmethod
    def allows(cls, user) -> bool:
        return user.has_perm(TRANSLATE) and bool(cls.targets(user))

    @classmethod
    def targets(cls, user) -> list[Locale]:
        return [locale for locale in languages(user) if locale != source_locale()]

    @classmethod
    def panels(cls, user):
        return [
            ToDoPanel(
                cls,
                rows(source_locale(), target, user),
                _("To translate: %(language)s") % {"language": target.get_display_name()},
                f"{cls.address()}?language={target.language_code}",
            )
            for target in cls.targets(user)
        ]

    def get_base_queryset(self):
        user, params = self.request.user, self.request.GET
        targets = {each.language_code: each for each in self.targets(user)}
        target = targets.get(params.get("language")) or next(iter(targets.values()))
        state = params.get("state", "")
        return rows(source_locale(), target, user, state if state in STATES else "")

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering or self.default_ordering, "row_kind", "pk")


def _kind(row) -> ContentType:
    return ContentType.objects.get_for_id(row.row_kind)


def _address(row) -> str:
    """Where to work on it: the version in the other language, or the form that begins one."""
    model = _kind(row).model_class()
    if issubclass(model, Page):
        begin = reverse("wagtail_localize:submit_page_translation", args=[row.pk])
        return begin if row.state == MISSING else edit_address(row.target_id)
    meta = model._meta
    if row.state == MISSING:
        args = [meta.app_label, meta.model_name, quote(row.pk)]
        return reverse("wagtail_localize:submit_snippet_translation", args=args)
    return reverse(model.snippet_viewset.get_url_name("edit"), args=[quote(row.target_id)])
