"""Puts the lists into the admin: the first page, the reports and their addresses."""

from django.urls import path
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views import home

from cms.admin.panels import NothingToDoPanel
from cms.admin.report_registry import HOOK, reports

from .. import deletion_log
from ..reports.approvals import Approvals, Submissions
from ..reports.incomplete import IncompletePages
from ..reports.left_behind import LeftBehind
from ..reports.misplaced import MisplacedPages
from ..reports.translations import TranslationsToDo
from .quick_actions import QuickActionsPanel
from .recent import DraftsPanel, PlannedPanel, RecentPanel, SentBackPanel

# What our own lists tell in a fixed number of queries, and what a report of Wagtail's tells as well.
REPLACED = (
    home.WorkflowObjectsToModeratePanel,
    home.UserObjectsInWorkflowModerationPanel,
    home.RecentEditsPanel,
    home.LockedPagesPanel,
)
FIRST_IN_MENU = 300
LAST = 1000  # what is taken away must have been put there
hooks.register("register_log_actions", deletion_log.register)


class ReportMenuItem(MenuItem):
    def __init__(self, report):
        super().__init__(
            report.page_title,
            report.address(),
            name=f"report-{report.slug}",
            icon_name=report.header_icon,
            order=FIRST_IN_MENU + report.order,
        )
        self.report = report

    def is_shown(self, request):
        return self.report.allows(request.user)


@hooks.register(HOOK)
def shared_reports():
    return [Approvals, Submissions, TranslationsToDo, LeftBehind, IncompletePages, MisplacedPages]


@hooks.register("construct_homepage_panels", order=LAST)
def show_what_waits(request, panels):
    user = request.user
    found = [panel for each in reports() if each.allows(user) for panel in each.panels(user)]
    waiting = [panel for panel in found if panel.total]
    others = [panel for panel in panels if not isinstance(panel, REPLACED)]
    own = [PlannedPanel(user), DraftsPanel(user), RecentPanel(user)]
    sent_back = SentBackPanel(user)
    nothing = [] if waiting or sent_back.rows().exists() else [NothingToDoPanel()]
    panels[:] = [
        QuickActionsPanel(user),
        sent_back,
        *(waiting or nothing),
        *others,
        *own,
    ]


@hooks.register("construct_homepage_summary_items", order=LAST)
def count_nothing(request, items):
    """Numbers of pages, pictures and documents ask for nothing to be done."""
    items.clear()


@hooks.register("register_admin_urls")
def report_addresses():
    return [
        address
        for each in reports()
        for address in (
            path(f"reports/{each.slug}/", each.as_view(), name=each.index_url_name),
            path(
                f"reports/{each.slug}/results/",
                each.as_view(results_only=True),
                name=each.index_results_url_name,
            ),
        )
    ]


@hooks.register("construct_reports_menu")
def add_reports(request, items):
    items += [item for item in map(ReportMenuItem, reports()) if item.is_shown(request)]
