"""A whole branch of the page tree for translation: page by page, so that it can be taken up again."""

from collections.abc import Callable

from django.db.models import Exists, OuterRef
from wagtail.models import Locale, Page

from .draft_creator import submit


def left(root: Page, locale: Locale):
    """The pages of the branch, ``root`` included, that have no version of their own in ``locale`` yet."""
    versions = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale=locale, alias_of__isnull=True
    )
    branch = Page.objects.descendant_of(root, inclusive=True)
    return branch.filter(~Exists(versions), locale=root.locale, alias_of__isnull=True).order_by("path")


def progress(root: Page, locale: Locale) -> tuple[int, int]:
    """How many pages of the branch are submitted, and how many there are."""
    total = Page.objects.descendant_of(root, inclusive=True).filter(alias_of__isnull=True).count()
    return total - left(root, locale).count(), total


def translate_tree(
    root: Page, locale: Locale, user=None, each: Callable[[Page], None] = lambda page: None
) -> int:
    """Submit what is left, each page in a transaction of its own; how many these were.

    What stops halfway is taken up by calling it again.
    """
    waiting = list(left(root, locale).values_list("pk", flat=True))
    for pk in waiting:
        page = Page.objects.filter(pk=pk).first()
        if page is not None:
            page = page.specific
            submit(page, [locale], user)
            each(page)
    return len(waiting)
