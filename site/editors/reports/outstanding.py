"""What a language lacks, or has as it once was: pages and entries of lists, with how far each has come."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, Locale, Page, PageLogEntry, TranslatableMixin
from wagtail.snippets.models import get_snippet_models
from wagtail.snippets.permissions import user_can_edit_snippet_type
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

MISSING, TO_BEGIN, BEGUN = "missing", "to-begin", "begun"
DONE, BY_HAND, OUTDATED = "done", "by-hand", "outdated"
STATES = {
    MISSING: _("not translated"),
    TO_BEGIN: _("to be begun"),
    BEGUN: _("begun"),
    DONE: _("translated, not published"),
    BY_HAND: _("written by hand, not published"),
    OUTDATED: _("out of date"),
}
# The columns that pages and entries share.
ROW = ("pk", "row_name", "row_kind", "state", "texts", "done", "target_id", "last_published_at")


def describe(row) -> str:
    """The state of a row, with the texts where some of them wait."""
    counts = {"done": row.done, "texts": row.texts, "left": row.texts - row.done}
    if row.state == BEGUN:
        return _("begun: %(done)d of %(texts)d texts") % counts
    if row.state == OUTDATED and counts["left"] > 0:
        return _("out of date: %(left)d of %(texts)d texts to translate") % counts
    return str(STATES[row.state])


def rows(source: Locale, target: Locale, user, state: str = "") -> QuerySet:
    """All that ``user`` may translate, as named tuples of ``ROW``; ``state`` narrows it down."""
    kinds = [Page, *(model for model in translated_snippets() if user_can_edit_snippet_type(user, model))]
    found = [_row(untranslated(source, target, model)) for model in kinds]
    if state:
        found = [each.filter(state=state) for each in found]
    first, *others = (each.order_by().values_list(*ROW, named=True) for each in found)
    return first.union(*others, all=True).order_by("-last_published_at", "row_kind", "pk")


def translated_snippets() -> list[type[Model]]:
    return [
        model
        for model in get_snippet_models()
        if issubclass(model, TranslatableMixin) and issubclass(model, DraftStateMixin)
    ]


def untranslated(source: Locale, target: Locale, model: type[Model] = Page) -> QuerySet:
    """What is live in ``source``, with the ``state`` of its version in ``target``, where that is not up to
    date, its ``target_id``, and how many of its ``texts`` are ``done``.

    A version that is translated here is out of date as long as the source says something else than was
    taken over, or a text of it has no translation. One that is written by hand is, when the source has
    changed after it.
    """
    theirs = model._default_manager.filter(translation_key=OuterRef("translation_key"), locale=target)
    taken = TranslationSource.objects.filter(object_id=OuterRef("translation_key"), locale=source)
    texts = StringSegment.objects.filter(source__object_id=OuterRef("translation_key"), source__locale=source)
    found = model._default_manager.filter(locale=source, live=True)
    if model is Page:
        found = found.filter(depth__gt=1)
    found = found.annotate(
        target_id=Subquery(theirs.values("pk")[:1], output_field=IntegerField()),
        target_live=Subquery(theirs.values("live")[:1], output_field=BooleanField()),
        target_published=Subquery(theirs.values("last_published_at")[:1]),
        taken_over=Subquery(taken.values("last_updated_at")[:1]),
        is_translated_here=Exists(_translations(source, target)),
        texts=Case(When(is_translated_here=True, then=_count(texts)), default=Value(0)),
        done=_count(texts.filter(_translated(target))),
    )
    stale = Q(last_published_at__gt=F("taken_over")) | Q(done__lt=F("texts"))
    newer = Q(is_translated_here=False, last_published_at__gt=F("target_published"))
    if model is Page:
        newer &= Q(_changed_since())
    here = Q(is_translated_here=True)
    state = Case(
        When(target_id=None, then=Value(MISSING)),
        When(here & Q(target_live=False, texts__gt=0, done=0), then=Value(TO_BEGIN)),
        When(here & Q(target_live=False, done__lt=F("texts")), then=Value(BEGUN)),
        When(here & Q(target_live=False), then=Value(DONE)),
        When(target_live=False, then=Value(BY_HAND)),
        When(here & stale | newer, then=Value(OUTDATED)),
        output_field=CharField(),
    )
    return found.annotate(state=state).filter(state__isnull=False).order_by("-last_published_at", "-pk")


def _row(found: QuerySet) -> QuerySet:
    """Annotate the name of each object and its content type."""
    model = found.model
    if model is Page:
        name, kind = Coalesce(NullIf("draft_title", Value("")), "title"), F("content_type_id")
    else:
        # The model's own order begins with the name.
        name = F(model._meta.ordering[0])
        kind = Value(ContentType.objects.get_for_model(model).pk)
    return found.annotate(row_name=Coalesce(name, Value(""), output_field=CharField()), row_kind=kind)


def _count(texts: QuerySet) -> Coalesce:
    counted = texts.order_by().values("source__locale").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _translations(source: Locale, target: Locale) -> QuerySet:
    return Translation.objects.filter(
        source__object_id=OuterRef("translation_key"),
        source__locale=source,
        target_locale=target,
        enabled=True,
    )


def _translated(target: Locale) -> Exists:
    return Exists(
        StringTranslation.objects.filter(
            translation_of_id=OuterRef("string_id"),
            context_id=OuterRef("context_id"),
            locale=target,
            has_error=False,
        )
    )


def _changed_since() -> Exists:
    """Whether a page was changed and published after the version of it that was written by hand; to take it
    offline and publish it again changes nothing. Drafts that nobody has published do not count."""
    log = PageLogEntry.objects.filter(page=OuterRef("pk"))
    published = PageLogEntry.objects.filter(page=OuterRef("page"), action="wagtail.publish").order_by(
        "-timestamp"
    )
    known = published.filter(timestamp__lte=OuterRef(OuterRef("target_published")))
    return Exists(
        log.filter(
            content_changed=True,
            timestamp__gt=Coalesce(Subquery(known.values("timestamp")[:1]), OuterRef("target_published")),
            timestamp__lte=Subquery(published.values("timestamp")[:1]),
        )
    )
