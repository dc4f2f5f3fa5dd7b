"""What the search adds to the admin."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .counting.report import SearchesReport, may_see
from .viewsets import CurationGroup


class SearchReportMenuItem(MenuItem):
    def is_shown(self, request):
        return may_see(request.user)


@hooks.register("register_admin_viewset")
def register_curation():
    return CurationGroup()


@hooks.register("register_admin_urls")
def report_addresses():
    return [
        path("reports/searches/", SearchesReport.as_view(), name="search_report"),
        path(
            "reports/searches/results/",
            SearchesReport.as_view(results_only=True),
            name="search_report_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def searches_menu_item():
    return SearchReportMenuItem(
        _("Searches"), reverse("search_report"), name="searches", icon_name="search", order=600
    )


@hooks.register("register_permissions")
def report_permission():
    """Offered among a group's permissions."""
    return Permission.objects.filter(content_type__app_label="search", codename="view_searchcount")
