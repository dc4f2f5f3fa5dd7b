"""A page stands below a page of its own language, by whatever way it gets there."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Length, Substr
from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.signals import pre_page_move

from ..formats.localized import language_in_sentence

HOME = 2  # the depth of the home pages, which stand side by side in every language


class OtherLanguageError(ValidationError):
    """Raised where a program puts a page below one of another language."""

    def __init__(self, page: Page, parent: Page):
        super().__init__({NON_FIELD_ERRORS: [refusal(page, parent)]})


def fits(page: Page, parent: Page) -> bool:
    """Whether ``page`` may stand below ``parent``."""
    return parent.depth < HOME or page.locale_id in (None, parent.locale_id)


def refusal(page: Page, parent: Page) -> str:
    """Why not, in the user's language."""
    return _("“%(page)s” is in %(language)s; “%(parent)s” is in %(other)s.") % {
        "page": page.title,
        "language": language_in_sentence(page.locale),
        "parent": parent.title,
        "other": language_in_sentence(parent.locale),
    }


def strangers(page: Page, parent: Page) -> list[Page]:
    """The pages of the branch of ``page`` that are in another language than ``parent``."""
    if parent.depth < HOME:
        return []
    branch = Page.objects.descendant_of(page, inclusive=True)
    return list(branch.exclude(locale=parent.locale_id).select_related("locale").order_by("path"))


def misplaced() -> QuerySet[Page]:
    """The pages below a page of another language, with ``parent_locale`` and ``parent_title``."""
    parent = Page.objects.filter(path=OuterRef("parent_path"))
    pages = Page.objects.filter(depth__gt=HOME).annotate(
        parent_path=Substr("path", 1, Length("path") - Page.steplen)
    )
    return pages.annotate(
        parent_locale=Subquery(parent.values("locale")[:1]), parent_title=Subquery(parent.values("title")[:1])
    ).exclude(parent_locale=F("locale_id"))


def connect() -> None:
    """Called when the app is ready."""
    pre_save.connect(_on_creation, dispatch_uid="parents-create")
    pre_page_move.connect(_on_move, dispatch_uid="parents-move")


def _on_creation(sender, instance, raw=False, **kwargs) -> None:
    """Also of a copy, an alias and a translation."""
    if raw or not issubclass(sender, Page) or not instance._state.adding or instance.depth <= HOME:
        return
    parent = instance.get_parent()
    if not fits(instance, parent):
        raise OtherLanguageError(instance, parent)


def _on_move(instance, parent_page_before, parent_page_after, **kwargs) -> None:
    """What was misplaced before the rule may still be put in order among its neighbours."""
    if parent_page_before.pk != parent_page_after.pk and not fits(instance, parent_page_after):
        raise OtherLanguageError(instance, parent_page_after)
