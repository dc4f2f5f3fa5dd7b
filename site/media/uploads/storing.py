"""A file goes to its storage while the form is still checked: only then can a field tell what failed."""

import logging

from django.utils.translation import gettext_lazy as _

logger = logging.getLogger(__name__)

NOT_STORED = _(
    "The place where files are kept does not answer. Nothing has been saved: try again in a few minutes."
)


class StorageErrorMixin:
    """For a form of Wagtail's that keeps a file. Storages tell what fails by an ``OSError``."""

    def _post_clean(self):
        super()._post_clean()
        if self.errors or "file" not in self.changed_data:
            return
        upload = self.instance.file.file
        try:
            self.instance._meta.get_field("file").pre_save(self.instance, add=False)
        except OSError:
            logger.exception("An uploaded file could not be stored.")
            # Past the field, which would measure the old file in the storage.
            vars(self.instance)["file"] = self.original_file
            self.add_error("file", NOT_STORED)
        else:
            # Its size and fingerprint are read next: not from the storage.
            upload.seek(0)
            self.instance.file.file = upload
