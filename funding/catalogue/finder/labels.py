"""What the finder's parameters are called, in the visitor's language."""

from django.utils.translation import gettext_lazy

from funding.catalogue.facets import FACETS

TITLES = {
    "q": gettext_lazy("Words"),
    **{facet.name: facet.title for facet in FACETS},
    "amount": gettext_lazy("Amount"),
    "amount_max": gettext_lazy("Highest amount"),
    "unstated": gettext_lazy("Amount not stated too"),
    "closes_before": gettext_lazy("Closes by"),
    "closes_after": gettext_lazy("Closes from"),
    "opens_after": gettext_lazy("Opens from"),
    "added_after": gettext_lazy("Added from"),
    "deadline": gettext_lazy("Without deadline"),
    "sort": gettext_lazy("Order"),
    "per": gettext_lazy("Results per page"),
    "page": gettext_lazy("Page"),
}
SORT_TITLES = {
    "deadline": gettext_lazy("by deadline"),
    "relevance": gettext_lazy("by relevance"),
    "newest": gettext_lazy("newest first"),
    "amount": gettext_lazy("by amount"),
    "title": gettext_lazy("by title"),
    "fit": gettext_lazy("by what fits"),
}
