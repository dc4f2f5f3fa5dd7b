"""What makes a snippet as safe to edit as a page."""

from functools import partial

from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin
from wagtail.snippets.models import register_snippet

from ..forms.editing import EditorSnippetForm
from ..forms.revisions import KeyedVersionsMixin
from ..shared_facts.mixin import SharingMixin

# By name: the views need the models that they are for.
register = partial(register_snippet, viewset="editors.snippet_views.EditorialViewSet")


def if_live(snippet):
    """``snippet``; None where it is not published: a public page that refers to it does not name it."""
    return snippet if snippet is not None and snippet.live else None


class EditorialMixin(
    SharingMixin, KeyedVersionsMixin, WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin
):
    """Written, submitted, approved, scheduled, put back to an earlier version: like a page."""

    base_form_class = EditorSnippetForm
    known_schedule: bool | None = None  # what a list has read for all its rows at once

    class Meta:
        abstract = True

    def save_revision(self, *args, **kwargs):
        """What a program has made is live without a version. It gets one before it is first edited:
        Wagtail takes what has none offline when a change is scheduled, and could not put it back."""
        if self.pk and self.live and not self.latest_revision_id:
            public = type(self)._default_manager.get(pk=self.pk)
            self.live_revision = super(EditorialMixin, public).save_revision(clean=False, changed=False)
            type(self)._default_manager.filter(pk=self.pk).update(live_revision=self.live_revision)
        return super().save_revision(*args, **kwargs)

    @property
    def approved_schedule(self):
        return super().approved_schedule if self.known_schedule is None else self.known_schedule
