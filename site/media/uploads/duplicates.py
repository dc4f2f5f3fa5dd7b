"""The same file twice: an editor is asked once, and decides."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry
from wagtail.utils.file import hash_filelike


def same_files(instance, user, file_hash: str):
    """Other pictures or documents of this content that ``user`` may choose, the oldest first."""
    policy = policy_registry.get_by_type(type(instance))
    known = policy.instances_user_has_permission_for(user, "choose")
    return known.filter(file_hash=file_hash).exclude(pk=instance.pk).order_by("pk")


class DuplicateCheckMixin:
    """For a form that keeps a file: refuses a duplicate once, and offers to keep both."""

    asks_about_duplicates = True

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        self.user = user

    @cached_property
    def keep_both(self) -> forms.BooleanField:
        return forms.BooleanField(label=_("Keep both files"), required=False)

    def clean(self):
        data = super().clean()
        file = data.get("file")
        asks = self.asks_about_duplicates and self.user and "file" in self.changed_data
        if file and asks and not self._decided:
            same = same_files(self.instance, self.user, hash_filelike(file)).first()
            file.seek(0)
            if same:
                self.fields["keep_both"] = self.keep_both
                message = _(
                    "This file is here already, as “%(title)s”. Use that one; or choose the file again and "
                    "tick “Keep both files”."
                )
                self.add_error("file", forms.ValidationError(message, "duplicate", {"title": same.title}))
        return data

    @property
    def _decided(self) -> bool:
        name = self.add_prefix("keep_both")
        return bool(self.keep_both.widget.value_from_datadict(self.data, self.files, name))
