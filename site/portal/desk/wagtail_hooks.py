"""Puts the lists into the admin: the first page, the reports and their addresses."""

from django.urls import path
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views import home

from . import deletions
from .beginning import BeginPanel
from .panels import QuietPanel
from .recent import DraftsPanel, RecentPanel, SentBackPanel
from .registry import HOOK, worklists
from .worklists.approvals import Approvals, Submissions
from .worklists.incomplete import IncompletePages
from .worklists.left_behind import LeftBehind
from .worklists.misplaced import MisplacedPages
from .worklists.translations import Translations

# What our own lists tell in a fixed number of queries, and what a report of Wagtail's tells as well.
REPLACED = (
    home.WorkflowObjectsToModeratePanel,
    home.UserObjectsInWorkflowModerationPanel,
    home.RecentEditsPanel,
    home.LockedPagesPanel,
)
FIRST_IN_MENU = 300
LAST = 1000  # what is taken away must have been put there
hooks.register("register_log_actions", deletions.register)


class WorklistMenuItem(MenuItem):
    def __init__(self, worklist):
        super().__init__(
            worklist.page_title,
            worklist.address(),
            name=f"worklist-{worklist.slug}",
            icon_name=worklist.header_icon,
            order=FIRST_IN_MENU + worklist.order,
        )
        self.worklist = worklist

    def is_shown(self, request):
        return self.worklist.allows(request.user)


@hooks.register(HOOK)
def shared_worklists():
    return [Approvals, Submissions, Translations, LeftBehind, IncompletePages, MisplacedPages]


@hooks.register("construct_homepage_panels", order=LAST)
def show_what_waits(request, panels):
    user = request.user
    found = [panel for each in worklists() if each.allows(user) for panel in each.panels(user)]
    waiting = [panel for panel in found if panel.total]
    others = [panel for panel in panels if not isinstance(panel, REPLACED)]
    own = [DraftsPanel(user), RecentPanel(user)]
    panels[:] = [BeginPanel(user), SentBackPanel(user), *(waiting or [QuietPanel()]), *others, *own]


@hooks.register("construct_homepage_summary_items", order=LAST)
def count_nothing(request, items):
    """Numbers of pages, pictures and documents ask for nothing to be done."""
    items.clear()


@hooks.register("register_admin_urls")
def worklist_addresses():
    return [
        address
        for each in worklists()
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
def add_worklists(request, items):
    items += [item for item in map(WorklistMenuItem, worklists()) if item.is_shown(request)]
