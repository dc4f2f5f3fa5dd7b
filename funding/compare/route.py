"""Where the finder compares sheets."""

from django.utils.translation import gettext_lazy
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

ROUTE = gettext_lazy("compare/")


class CompareMixin(RoutablePageMixin):
    """The comparison below a finder."""

    @path(ROUTE, name="compare")
    def compare_page(self, request):
        # Imported late: the page reads the models.
        from .page import compare

        return compare(self, request)

    @property
    def compare_url(self) -> str:
        """Where the cards of the list send what is ticked."""
        return compare_url(self.url)


def compare_url(finder_url: str | None) -> str:
    """The comparison below the finder at ``finder_url``, in the active language."""
    return f"{finder_url or ''}{ROUTE}"
