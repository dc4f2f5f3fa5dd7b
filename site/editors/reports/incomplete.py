"""Live pages that lack what lists, searches and people who cannot see need."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import reduce
from operator import or_

import django_filters
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.models import Locale, Page, PageLogEntry
from wagtail_localize.models import Translation

from cms.admin.columns import KindColumn, LanguageColumn, PageColumn
from cms.admin.permissions import changeable, may_change_any
from cms.admin.report import Report
from cms.models import PageTopic
from cms.page_types import page_types
from cms.pages import BasePage, GeneralPage
from editors.deletion_log import TARGET_DELETED

LABELS = {
    "no_summary": _("summary"),
    "no_description": _("picture description"),
    "no_topic": _("topic"),
    "dead_link": _("page that a link leads to"),
}

NEVER = datetime(1, 1, 2, tzinfo=UTC)
NO_ALT = '"alt": ""'
NOT_DECORATIVE = '"alt": "",[^{}]*"decorative": false'


def _pages_where(models: Iterable[type[BasePage]], **condition) -> Q:
    return reduce(or_, (Q(pk__in=model.objects.filter(**condition).values("pk")) for model in models))


def _undescribed_in_text(models: Iterable[type[BasePage]]) -> Q:
    """Pages with a picture in the text that is neither described nor decoration.

    The form refuses that; what a program wrote is found by how a block is stored, in one pass over the texts.
    """
    conditions = (
        Q(
            pk__in=model.objects.annotate(stored=Cast("body", TextField()))
            .filter(stored__contains=NO_ALT, stored__regex=NOT_DECORATIVE)
            .values("pk")
        )
        for model in models
    )
    return reduce(or_, conditions)


def _link_to_nowhere() -> Exists:
    """Whether a page that it links to was deleted after it was published last."""
    deletions = PageLogEntry.objects.filter(page=OuterRef("pk"), action=TARGET_DELETED)
    return Exists(deletions.filter(timestamp__gt=Coalesce(OuterRef("last_published_at"), Value(NEVER))))


def _follows() -> Exists:
    """Whether a page is translated here: its topics come from the original, and are chosen there."""
    here = Translation.objects.filter(source__object_id=OuterRef("translation_key"), enabled=True)
    return Exists(here.filter(target_locale=OuterRef("locale")))


def missing_fields() -> dict[str, Q]:
    """When a page lacks each of them. Lists and standard pages are about no topic."""
    models = page_types()
    with_topics = [model for model in models if not issubclass(model, GeneralPage)]
    return {
        "no_summary": _pages_where(models, summary=""),
        "no_description": _pages_where(models, picture__isnull=False, picture_alt="")
        | _undescribed_in_text(models),
        "no_topic": _pages_where(with_topics) & ~Q(pk__in=PageTopic.objects.values("page")) & ~Q(_follows()),
        "dead_link": Q(_link_to_nowhere()),
    }


class IncompleteFilterSet(WagtailFilterSet):
    lacks = django_filters.ChoiceFilter(
        label=_("Missing"),
        choices=list(LABELS.items()),
        method=lambda queryset, name, value: queryset.filter(missing_fields()[value]),
    )
    locale = django_filters.ModelChoiceFilter(label=_("Language"), queryset=Locale.objects.all())

    class Meta:
        model = Page
        fields = ["lacks", "locale"]


class LacksColumn(Column):
    """The gaps of a page, in words."""

    def get_value(self, page):
        return ", ".join(str(label) for name, label in LABELS.items() if getattr(page, name))


class IncompletePages(Report):
    slug = "incomplete-pages"
    model = Page
    page_title = _("Without summary, picture description, topic or target of a link")
    header_icon = "warning"
    order = 80
    filterset_class = IncompleteFilterSet
    default_ordering = "-last_published_at"
    columns = [
        PageColumn(sort_key="title"),
        KindColumn(),
        LanguageColumn(),
        LacksColumn("lacks", label=_("Missing"), width="26%"),
        DateColumn("last_published_at", label=_("Published"), sort_key="last_published_at", width="14%"),
    ]
    short = ("title", "language", "lacks")

    @classmethod
    def allows(cls, user) -> bool:
        return may_change_any(user)

    @classmethod
    def rows(cls, user):
        conditions = missing_fields()
        flags = {name: ExpressionWrapper(each, BooleanField()) for name, each in conditions.items()}
        pages = changeable(user).filter(reduce(or_, conditions.values()), live=True)
        return pages.annotate(**flags).order_by("-last_published_at", "-pk")
