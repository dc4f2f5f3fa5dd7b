"""The way to a list of snippets, in the language of whoever reads it: Wagtail's own is written down once."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

HOME = {"url": reverse_lazy("wagtailadmin_home"), "label": _("Home")}
SNIPPETS = {"url": reverse_lazy("wagtailsnippets:index"), "label": _("Snippets")}


class TranslatedBreadcrumbsMixin:
    """For a viewset of snippets."""

    @property
    def breadcrumbs_items(self):
        return [HOME] if self.get_menu_item_is_registered() else [HOME, SNIPPETS]
