"""Topics, organisations and terms in the admin. A translated one is for those who work in its language:
Wagtail's permissions on snippets know none.
"""

from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import (
    CopyView,
    CreateView,
    DeleteView,
    EditView,
    RevisionsUnscheduleView,
    SnippetViewSet,
    UnpublishView,
    WorkflowActionView,
)

from cms.admin.breadcrumbs import TranslatedBreadcrumbsMixin
from cms.admin.deny import refused
from cms.admin.working_languages import works_in
from cms.forms.made_once import MadeOnceMixin

from .approval.comment import CollectOfSnippet, RequiredCommentMixin
from .approval.decisions import DecidedElsewhereMixin
from .edit_view import EditViewMixin
from .form_errors.mixin import FormErrorsMixin
from .history.earlier_version import EarlierVersionMixin
from .history.views import EditorialHistoryView
from .scheduling import MissingHourMixin
from .snippet_listing import EditorialChooserViewSet, EditorialIndexView


class OwnLanguageMixin:
    """Answers 403 to those who work in other languages."""

    def dispatch(self, request, *args, **kwargs):
        locale_id = self._locale_id()
        if locale_id and not works_in(request.user, locale_id):
            return refused(request)
        return super().dispatch(request, *args, **kwargs)

    def _locale_id(self) -> int | None:
        """That of the snippet, or of the one that is to be made; None for what is not translated."""
        if snippet := getattr(self, "object", None):
            return getattr(snippet, "locale_id", None)
        locale = getattr(self, "locale", None)
        return locale.pk if locale else None


class EditorialCreateView(MadeOnceMixin, FormErrorsMixin, OwnLanguageMixin, CreateView):
    pass


class EditorialCopyView(MadeOnceMixin, OwnLanguageMixin, CopyView):
    pass


class EditorialEditView(EditViewMixin, OwnLanguageMixin, EditView):
    """Of the present version, and of an earlier one that is brought back."""


class KeepsSlugMixin:
    """For the view that brings an earlier version back: its slug may be another one's by now."""

    def get_object(self, queryset=None):
        thing = super().get_object(queryset)
        thing.slug = self.live_object.slug
        return thing


class EditorialDeleteView(OwnLanguageMixin, DeleteView):
    @property
    def confirmation_message(self):
        """By name; Wagtail's says "this topic"."""
        return _("Are you sure you want to delete “%(page)s”?") % {"page": self.object}


class EditorialUnpublishView(OwnLanguageMixin, UnpublishView):
    pass


class EditorialWorkflowActionView(DecidedElsewhereMixin, RequiredCommentMixin, WorkflowActionView):
    pass


class EditorialUnscheduleView(OwnLanguageMixin, MissingHourMixin, RevisionsUnscheduleView):
    pass


class OwnLanguageIndexView(EditorialIndexView):
    def get_edit_url(self, instance):
        locale_id = getattr(instance, "locale_id", None)
        if locale_id and not works_in(self.request.user, locale_id):
            return None
        return super().get_edit_url(instance)


class EditorialViewSet(TranslatedBreadcrumbsMixin, SnippetViewSet):
    index_view_class = OwnLanguageIndexView
    chooser_viewset_class = EditorialChooserViewSet
    add_view_class = EditorialCreateView
    copy_view_class = EditorialCopyView
    edit_view_class = EditorialEditView
    delete_view_class = EditorialDeleteView
    unpublish_view_class = EditorialUnpublishView
    workflow_action_view_class = EditorialWorkflowActionView
    collect_workflow_action_data_view_class = CollectOfSnippet

    @property
    def revisions_revert_view_class(self):
        theirs = super().revisions_revert_view_class
        return type(theirs.__name__, (EarlierVersionMixin, KeepsSlugMixin, theirs), {})

    history_view_class = EditorialHistoryView
    revisions_unschedule_view_class = EditorialUnscheduleView
