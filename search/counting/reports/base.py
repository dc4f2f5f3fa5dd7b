"""What the two reports share: who may see them, and how they are narrowed."""

from datetime import date

import django_filters
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from django.views.defaults import permission_denied
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from cms.admin.mobile_rows import CardsMixin
from cms.formats.spreadsheets import DefusedExportMixin
from search.counting.models import SearchCount

POLICY = ModelPermissionPolicy(SearchCount)


def may_see(user) -> bool:
    """Whether ``user`` may see what is searched for."""
    return POLICY.user_has_permission(user, "view")


class CountFilterSet(WagtailFilterSet):
    """By language and by days."""

    language = django_filters.ChoiceFilter(label=_("Language"), choices=lambda: settings.LANGUAGES)
    day = django_filters.DateFromToRangeFilter(label=_("Period"), widget=DateRangePickerWidget)


class CountReport(CardsMixin, DefusedExportMixin, ReportView):
    """A report on counts. Those who may not see it are told so where they are: 403."""

    permission_policy = POLICY
    permission_required = "view"
    paginate_by = 50

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except PermissionDenied as refusal:
            return permission_denied(request, refusal)

    def get_filtered_queryset(self):
        """Narrowed before it is added up, so not once more afterwards."""
        return self.get_queryset()

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day asked for."""
        period = self.chosen("day")
        moments = (period.start, period.stop) if period else (None, None)
        return tuple(moment.date() if moment else None for moment in moments)

    def chosen(self, name: str):
        """What has been chosen in a filter; None where nothing sensible has."""
        return self.filters.form.cleaned_data.get(name) if self.filters.is_valid() else None
