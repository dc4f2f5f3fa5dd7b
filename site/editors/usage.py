"""Which published pages point at something, so that nobody deletes it unawares."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex

from cms.sorting import by_name

MAX_PAGES = 20


@dataclass(frozen=True)
class Use:
    """A published page, by its title, its language and the address of its editor (empty for a user who may
    not edit)."""

    title: str
    url: str
    language: str


@dataclass(frozen=True)
class Usage:
    """The first of the live pages, how many there are, and what becomes of them (empty: they get a gap).
    ``below``: pages below the one that goes are meant as well."""

    first: list[Use]
    count: int
    after: str
    below: bool


def live_usage(instance: Model, user) -> Usage:
    """The live pages that refer to ``instance``, or to a page below it that would go with it."""
    page_kind = ContentType.objects.get_for_model(Page)
    going = _branch(instance)
    references = _references(instance, going).filter(base_content_type=page_kind)
    ids = {int(pk) for pk in references.values_list("object_id", flat=True)} - set(going)
    finder = AdminURLFinder(user)
    pages = Page.objects.filter(pk__in=ids, live=True).select_related("locale").order_by(by_name("title"))
    first = [
        Use(page.title, finder.get_edit_url(page) or "", str(page.locale.get_display_name()))
        for page in pages[:MAX_PAGES]
    ]
    count = len(first) if len(first) < MAX_PAGES else pages.count()
    return Usage(first, count, str(getattr(instance, "pages_after_deletion", "")), len(going) > 1)


def _branch(instance: Model) -> list[int]:
    """A page and all below it; nothing where it is no page."""
    if not isinstance(instance, Page):
        return []
    return list(Page.objects.descendant_of(instance, inclusive=True).values_list("pk", flat=True))


def _references(instance: Model, branch: list[int]) -> QuerySet:
    if not branch:
        return ReferenceIndex.get_references_to(instance)
    page_kind = ContentType.objects.get_for_model(Page)
    return ReferenceIndex.objects.filter(to_content_type=page_kind, to_object_id__in=map(str, branch))
