"""Translations that the public reads although their original is gone, withdrawn or restricted."""

from django.db.models import Case, CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn
from wagtail.models import Page, PageLogEntry, PageViewRestriction
from wagtail_localize.models import Translation

from cms.admin.columns import KindColumn, LanguageColumn, PageColumn, TextColumn
from cms.admin.permissions import POLICY, changeable, languages, source_locale
from cms.admin.report import Report
from editors.deletion_log import ORIGINAL_DELETED

COPY_ACTIONS = ("wagtail.copy_for_translation", ORIGINAL_DELETED)
GONE, WITHDRAWN, RESTRICTED = "gone", "withdrawn", "restricted"
STATES = {
    GONE: _("deleted"),
    WITHDRAWN: _("not published"),
    RESTRICTED: _("restricted"),
}


def left_behind() -> QuerySet[Page]:
    """Public pages with the ``state`` of their original: the page that they were translated from, or else
    the version in the language that texts are written in first."""
    # The library forgets its translation when an original is deleted; the page's history does not.
    made = PageLogEntry.objects.filter(page=OuterRef("pk"), action__in=COPY_ACTIONS)
    versions = Page.objects.filter(translation_key=OuterRef("translation_key")).exclude(pk=OuterRef("pk"))
    made_from = Exists(
        Translation.objects.filter(
            source__object_id=OuterRef("translation_key"),
            source__locale=OuterRef("locale"),
            target_locale=OuterRef(OuterRef("locale")),
        )
    )
    first = source_locale()
    originals = versions.filter(made_from | Q(locale=first))
    pages = Page.objects.filter(~_restricted(), live=True, depth__gt=1, alias_of=None).exclude(locale=first)
    return (
        pages.annotate(made_here=Exists(made), has_original=Exists(originals))
        .filter(Q(made_here=True) | Q(has_original=True))
        .filter(~Exists(originals.filter(~_restricted(), live=True)))
        .annotate(
            state=Case(
                When(has_original=False, then=Value(GONE)),
                When(Exists(originals.filter(live=True)), then=Value(RESTRICTED)),
                default=Value(WITHDRAWN),
                output_field=CharField(),
            )
        )
        .order_by(F("last_published_at").desc(nulls_last=True), "-pk")
    )


def _restricted() -> Exists:
    """Whether a page, or one above it, is restricted; within the query that asks."""
    restrictions = PageViewRestriction.objects.annotate(
        page_path=ExpressionWrapper(OuterRef("path"), CharField())
    )
    return Exists(restrictions.filter(page_path__startswith=F("page__path")))


class LeftBehind(Report):
    slug = "translations-left"
    model = Page
    page_title = _("Translations whose original is no longer public")
    header_icon = "wagtail-localize-language"
    order = 75
    columns = [
        PageColumn(sort_key="title"),
        KindColumn(),
        LanguageColumn(),
        TextColumn("state", label=_("The original"), accessor=lambda page: STATES[page.state], width="16%"),
        DateColumn("last_published_at", label=_("Published"), sort_key="last_published_at", width="14%"),
    ]
    short = ("title", "language", "state")

    @classmethod
    def allows(cls, user) -> bool:
        translated = [locale for locale in languages(user) if locale != source_locale()]
        return bool(translated) and POLICY.user_has_permission(user, "publish")

    @classmethod
    def rows(cls, user):
        return left_behind().filter(pk__in=changeable(user).values("pk"))
