"""Pages that a language lacks, or has as they once were."""

import django_filters
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import DateColumn, TitleColumn
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.admin.columns import KindColumn, TextColumn, edit_address
from cms.admin.panels import ReportPanel
from cms.admin.permissions import languages, locales, source_locale
from cms.admin.report import Report
from cms.constants import TRANSLATE

MISSING, DRAFT, OUTDATED = "missing", "draft", "outdated"
STATES = {
    MISSING: _("not translated"),
    DRAFT: _("translated, not published"),
    OUTDATED: _("out of date"),
}


def untranslated(source: Locale, target: Locale) -> QuerySet[Page]:
    """Live pages of ``source`` with the ``state`` of their version in ``target``, where that is not up to
    date, and its ``target_id``.

    A version that is translated here is out of date as long as the source has been published since it was
    taken over, or a text of it has no translation. One that is written independently is, when the source
    has been published after it.
    """
    theirs = Page.objects.filter(translation_key=OuterRef("translation_key"), locale=target)
    taken = TranslationSource.objects.filter(object_id=OuterRef("translation_key"), locale=source)
    pages = Page.objects.filter(locale=source, live=True, depth__gt=1).annotate(
        target_id=Subquery(theirs.values("pk")[:1]),
        target_live=Subquery(theirs.values("live")[:1], output_field=BooleanField()),
        target_published=Subquery(theirs.values("last_published_at")[:1]),
        taken_over=Subquery(taken.values("last_updated_at")[:1]),
        is_translated_here=Exists(_translations(source, target)),
        has_gaps=Exists(_untranslated_texts(source, target)),
    )
    stale = Q(last_published_at__gt=F("taken_over")) | Q(has_gaps=True)
    newer = Q(is_translated_here=False, last_published_at__gt=F("target_published"))
    state = Case(
        When(target_id=None, then=Value(MISSING)),
        When(target_live=False, then=Value(DRAFT)),
        When(Q(is_translated_here=True) & stale | newer, then=Value(OUTDATED)),
        output_field=CharField(),
    )
    return pages.annotate(state=state).filter(state__isnull=False).order_by("-last_published_at", "-pk")


def _translations(source: Locale, target: Locale) -> QuerySet:
    return Translation.objects.filter(
        source__object_id=OuterRef("translation_key"),
        source__locale=source,
        target_locale=target,
        enabled=True,
    )


def _untranslated_texts(source: Locale, target: Locale) -> QuerySet:
    done = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale=target,
        has_error=False,
    )
    texts = StringSegment.objects.filter(source__object_id=OuterRef("translation_key"), source__locale=source)
    return texts.filter(~Exists(done))


class TranslationFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(
        label=_("Language"),
        # Which language it is about decides what is asked in the first place: the report does it.
        method=lambda queryset, name, value: queryset,
        choices=lambda: [(each.language_code, each.get_display_name()) for each in locales()[1:]],
    )
    state = django_filters.ChoiceFilter(label=_("State"), choices=list(STATES.items()))

    class Meta:
        model = Page
        fields = ["language", "state"]


class TranslationsToDo(Report):
    """One language at a time: that of ``language``, or the first that the user may change pages in."""

    slug = "translations-to-do"
    model = Page
    page_title = _("To translate")
    header_icon = "wagtail-localize-language"
    order = 70
    filterset_class = TranslationFilterSet
    default_ordering = "-last_published_at"
    columns = [
        TitleColumn(
            "title",
            label=_("Page"),
            accessor=lambda page: page.get_admin_display_title(),
            get_url=lambda page: _address(page),
            sort_key="title",
        ),
        KindColumn(),
        TextColumn("state", label=_("State"), accessor=lambda page: STATES[page.state], width="22%"),
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
            ReportPanel(
                cls,
                untranslated(source_locale(), target),
                _("To translate: %(language)s") % {"language": target.get_display_name()},
                f"{cls.address()}?language={target.language_code}",
            )
            for target in cls.targets(user)
        ]

    def get_base_queryset(self):
        targets = {each.language_code: each for each in self.targets(self.request.user)}
        asked = self.request.GET.get("language")
        return untranslated(source_locale(), targets.get(asked) or next(iter(targets.values())))


def _address(page: Page) -> str:
    """Where to work on it: the version in the other language, or the form that begins one."""
    if page.state == MISSING:
        return reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return edit_address(page.target_id)
