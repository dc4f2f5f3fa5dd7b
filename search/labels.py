"""What kinds of pages are called, and how results can be ordered."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.page_types import searched_types

from .query import Sort

# What suggestions name besides pages.
SNIPPET_LABELS = {"topic": _("Topic"), "organisation": _("Organisation")}
SORTS = {Sort.RELEVANCE: _("Most relevant"), Sort.NEWEST: _("Newest")}


def type_choices() -> dict[str, Promise]:
    """The kinds of pages that a search can be narrowed down to."""
    return {name: model.search_label_plural for name, model in searched_types().items()}


def shows_day(name: str) -> bool:
    """Whether pages of a kind bear a day of their own; others are only sorted by that of publication."""
    model = searched_types().get(name)
    return bool(model and model.shows_search_day)


def type_label(name: str) -> str:
    """What one page of a kind is called; the name itself for a kind that nobody has described."""
    model = searched_types().get(name)
    return str(model.search_label if model else SNIPPET_LABELS.get(name, name))
