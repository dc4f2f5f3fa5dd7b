"""What makes a snippet as safe to edit as a page."""

from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from .forms import EditorSnippetForm


class EditorialMixin(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin):
    """Written, submitted, approved, put back to an earlier version: like a page."""

    base_form_class = EditorSnippetForm

    class Meta:
        abstract = True
