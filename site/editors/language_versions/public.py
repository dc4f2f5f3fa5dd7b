"""The versions in other languages of what is about to be taken away from the public."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db.models import Count, Model, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import DraftStateMixin, Page, ReferenceIndex, TranslatableMixin
from wagtail.permissions import policy_registry

from cms.querysets import is_visible

# What is done to a page, and the permission for it; deleting leaves no gap that cannot be filled.
PAGE_ACTS: dict[str, Callable] = {
    "unpublish": lambda page, may: may.can_unpublish(),
    "delete": lambda page, may: may.can_delete() and not _is_protected(page),
    "restrict": lambda page, may: may.can_set_view_restrictions(),
    "move": lambda page, may: may.can_move(),
}
SNIPPET_ACTS = {"unpublish": "publish", "delete": "delete"}


@dataclass(frozen=True)
class LanguageVersion:
    """A published version. ``restricted``: not everybody may see it; ``below`` counts the live pages below
    it; ``allowed``: whether the user may do to it what is done to the original; ``url`` leads to its editor,
    where it may be edited."""

    instance: Model
    language: str
    title: str
    url: str
    below: int
    allowed: bool
    restricted: bool


def public_versions(originals: Iterable[Model], act: str, user) -> list[LanguageVersion]:
    """Of pages or snippets of one kind, by language and title; without the originals themselves. None where
    ``act`` takes nothing away."""
    originals = [one for one in originals if isinstance(one, TranslatableMixin)]
    if not originals or act not in (PAGE_ACTS if isinstance(originals[0], Page) else SNIPPET_ACTS):
        return []
    if isinstance(originals[0], Page):
        found = _pages(originals, with_branch=act == "delete")
        allowed = lambda page: PAGE_ACTS[act](page, page.permissions_for_user(user))  # noqa: E731
    else:
        found = _snippets(originals)
        policy = policy_registry.get_by_type(type(originals[0]))
        action = SNIPPET_ACTS[act]
        allowed = lambda one: (  # noqa: E731
            policy.user_has_permission_for_instance(user, action, one)
            and not (act == "delete" and _is_protected(one))
        )
    finder = AdminURLFinder(user)
    versions = [
        LanguageVersion(
            instance=one,
            language=str(one.locale.get_display_name()),
            title=one.get_admin_display_title() if isinstance(one, Page) else str(one),
            url=finder.get_edit_url(one) or "",
            below=getattr(one, "live_below", 0),
            allowed=allowed(one),
            restricted=isinstance(one, Page) and one.live and not is_visible(one),
        )
        for one in found
    ]
    return sorted(versions, key=lambda version: (version.language, version.title))


def _pages(originals: list[Page], with_branch: bool) -> QuerySet[Page]:
    """``with_branch``: also those that are not live themselves, but have live pages below them."""
    ids = [page.pk for page in originals if page.pk]
    below = Page.objects.filter(path__startswith=OuterRef("path"), live=True).exclude(pk=OuterRef("pk"))
    count = below.order_by().annotate(one=Value(1)).values("one").annotate(count=Count("pk"))
    pages = Page.objects.filter(translation_key__in=[page.translation_key for page in originals])
    # An alias follows its original by itself.
    pages = pages.exclude(pk__in=ids).exclude(alias_of__in=ids)
    pages = pages.annotate(live_below=Coalesce(Subquery(count.values("count")), 0))
    shown = Q(live=True) | Q(live_below__gt=0) if with_branch else Q(live=True)
    return pages.filter(shown).select_related("locale")


def _snippets(originals: list[Model]) -> QuerySet:
    model = type(originals[0])
    keys = [one.translation_key for one in originals]
    found = model.objects.filter(translation_key__in=keys).exclude(
        pk__in=[one.pk for one in originals if one.pk]
    )
    return found.filter(live=True) if issubclass(model, DraftStateMixin) else found


def _is_protected(instance: Model) -> bool:
    return ReferenceIndex.get_references_to(instance).group_by_source_object().is_protected
