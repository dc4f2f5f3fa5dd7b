"""Wagtail's explorer and editor: with what kind a page is of, how it stands, and a checklist."""

from django.urls import reverse
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.pages.revisions import RevisionsRevertView, RevisionsUnscheduleView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from cms.admin.page_listing import FixedQueriesMixin
from cms.forms.conflicts import OverwriteGuardMixin
from cms.forms.made_once import MadeOnceMixin

from .approval.comment import CollectOfPage, RequiredCommentMixin
from .approval.decisions import DecidedElsewhereMixin
from .checklist.panel import CheckedCreateView, CheckedEditView
from .edit_view import EditViewMixin
from .form_errors.mixin import FormErrorsMixin
from .history.earlier_version import EarlierVersionMixin
from .history.views import PortalHistoryView
from .locked import LockMessageMixin
from .parent_choice import PortalMoveConfirmView, PortalMoveView
from .privacy import PortalPrivacyView
from .scheduling import MissingHourMixin


def _state(page) -> str:
    """The word of the page's badge, such as a sheet's status; empty for pages without one."""
    badge = getattr(page, "badge", None)
    return str(badge.label) if badge else ""


def _kind(page) -> str:
    return getattr(page, "card_label", "")


class PortalIndexView(FixedQueriesMixin, ExplorableIndexView):
    """Wagtail's explorer with two columns more, before its own status."""

    base_columns = [
        *ExplorableIndexView.base_columns[:-1],
        Column("kind", label=pgettext_lazy("column", "Kind"), accessor=_kind, width="12%"),
        Column("state", label=pgettext_lazy("column", "State"), accessor=_state, width="12%"),
        ExplorableIndexView.base_columns[-1],
    ]


class PortalCreateView(MadeOnceMixin, FormErrorsMixin, CheckedCreateView):
    pass


class PortalEditView(EditViewMixin, CheckedEditView):
    def get_translations(self):
        """All that there are: Wagtail leaves out those that the user may not edit, and says that there are
        none. They are there to be read; a draft is named without an address."""
        return [
            {"locale": version.locale, "url": self._address(version)}
            for version in self.page.get_translations().select_related("locale")
        ]

    def _address(self, version: Page) -> str:
        if version.permissions_for_user(self.request.user).can_edit():
            return reverse("wagtailadmin_pages:edit", args=[version.pk])
        return (version.get_url(self.request) or "") if version.live else ""


class PortalRevertView(EarlierVersionMixin, LockMessageMixin, OverwriteGuardMixin, RevisionsRevertView):
    """An earlier version comes back at the page's present address: its own may be another page's by now."""

    def get_object(self):
        page = super().get_object()
        page.slug = self.real_page_record.slug
        page.set_url_path(self.real_page_record.get_parent())
        page.draft_title = page.title  # by which the form's head names it
        return page

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"earlier_title": self.previous_revision.content["title"]}


class PortalUnscheduleView(MissingHourMixin, RevisionsUnscheduleView):
    pass


class PortalWorkflowActionView(DecidedElsewhereMixin, RequiredCommentMixin, WorkflowActionView):
    pass


class PortalPageViewSet(PageViewSet):
    model = Page
    parent_models = [Page]
    index_view_class = PortalIndexView
    add_view_class = PortalCreateView
    edit_view_class = PortalEditView
    history_view_class = PortalHistoryView
    revisions_revert_view_class = PortalRevertView
    revisions_unschedule_view_class = PortalUnscheduleView
    move_view_class = PortalMoveView
    move_confirm_view_class = PortalMoveConfirmView
    set_privacy_view_class = PortalPrivacyView
    workflow_action_view_class = PortalWorkflowActionView
    collect_workflow_action_data_view_class = CollectOfPage
