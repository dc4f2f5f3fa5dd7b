"""What makes a snippet as safe to edit as a page."""

from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin


class EditorialMixin(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin):
    """Written, submitted, approved, put back to an earlier version: like a page."""

    class Meta:
        abstract = True
