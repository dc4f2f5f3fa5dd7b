"""What the views that edit pages and snippets have in common."""

from cms.forms.conflicts import OverwriteGuardMixin

from .approval.comment import ReasonedRejectionMixin
from .approval.decisions import DecisionMessageMixin
from .approval.sent_back import ChangesRequestedMixin
from .form_errors.mixin import FormErrorsMixin
from .locked import LockMessageMixin
from .saved_draft import SavedDraftMixin


class EditViewMixin(
    ChangesRequestedMixin,
    DecisionMessageMixin,
    SavedDraftMixin,
    ReasonedRejectionMixin,
    LockMessageMixin,
    OverwriteGuardMixin,
    FormErrorsMixin,
):
    """For Wagtail's edit view of either: approval, locks, two editors at once, what is wrong in the form."""
