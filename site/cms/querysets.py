"""What everybody may see: the one rule behind every list, feed, link and export."""

from functools import reduce
from operator import or_

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, Value
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from . import cache_version


def visible(pages: PageQuerySet) -> PageQuerySet:
    """Those of ``pages`` that everybody may see: live, and under no view restriction, neither of their own
    nor of a page above. Where the site restricts nothing, the rule adds no query and no join.
    """
    pages = pages.live()
    return pages.filter(~Exists(_restrictions(OuterRef("path")))) if any_restriction() else pages


def is_visible(page: Page) -> bool:
    """Whether everybody may see ``page``; costs a query only where the site restricts something."""
    return page.live and not (any_restriction() and _restrictions(Value(page.path)).exists())


def with_restricted(pages: PageQuerySet) -> PageQuerySet:
    """The same pages, each told whether a restriction holds for it (``restricted``)."""
    return pages.annotate(restricted=Exists(_restrictions(OuterRef("path"))))


def _restrictions(path):
    """The restrictions of the page at ``path`` in the tree and of all above it; of an alias, those of its
    source. Says of many pages what Wagtail's ``get_view_restrictions`` says of one.

    Compared when the question is asked: paths change when a page is moved.
    """
    shown = ExpressionWrapper(path, output_field=CharField())
    holders = ("page__path", "page__aliases__path", "page__aliases__aliases__path")
    holds = reduce(or_, (Q(shown__startswith=F(holder)) for holder in holders))
    return PageViewRestriction.objects.alias(shown=shown).filter(holds)


def any_restriction() -> bool:
    """Whether the site has any view restriction at all."""
    return cache_version.memoize("restrictions", PageViewRestriction.objects.exists)


class VisibleQuerySet(PageQuerySet):
    """The pages of one kind."""

    def visible(self) -> "VisibleQuerySet":
        """The pages that everybody may see."""
        return visible(self)


VisibleManager = PageManager.from_queryset(VisibleQuerySet, "VisibleManager")
