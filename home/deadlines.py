"""The months in which calls close, for the home page."""

from django.apps import apps
from django.utils import timezone

from delivery.navigation import get_navigation
from funding.catalogue.finder.filters.deadline_months import DeadlineMonths, months_of_all


def coming_deadlines(request, locale) -> DeadlineMonths | None:
    """Those of all calls that the finder lists; None where the menu has no finder, or no search answers.
    The database is not asked."""
    navigation = get_navigation(request)
    # Asked for by name: pages of both apps are imported while the other app's are.
    finder = apps.get_model("funding", "FundingIndexPage")
    sections = navigation.sections(locale.language_code) if navigation else []
    for page in sections:
        if page.specific_class is finder:
            return months_of_all(page.get_url(request), locale.language_code, timezone.now())
    return None
