"""What kinds of pages are called, and how results can be ordered."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .query import Sort

# One page of the kind, on a result; and the kind, as a choice.
TYPE_LABELS = {
    "news": pgettext_lazy("one piece of news", "News"),
    "event": _("Event"),
    "project": _("Project"),
    "funding": _("Funding sheet"),
    "story": _("Success story"),
    "page": _("Page"),
    "topic": _("Topic"),
    "organisation": _("Organisation"),
}
TYPES = {
    "news": _("News"),
    "event": _("Events"),
    "project": _("Projects"),
    "funding": _("Funding"),
    "story": _("Success stories"),
    "page": _("Pages"),
}
SORTS = {Sort.RELEVANCE: _("Most relevant"), Sort.NEWEST: _("Newest")}


def type_label(name: str) -> str:
    """What one page of a kind is called; the name itself for a kind that nobody has described."""
    return str(TYPE_LABELS.get(name, name))
