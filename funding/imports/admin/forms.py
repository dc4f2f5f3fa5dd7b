"""The upload."""

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from funding.models import ImportJob

from ..readers.source_file import MAX_BYTES


class UploadForm(forms.ModelForm):
    """Source and file; whether to publish only for those who may."""

    class Meta:
        model = ImportJob
        fields = ["source", "file", "publish"]
        help_texts = {
            "file": _("CSV or JSON, as it was downloaded from the source."),
            "publish": _("For sources that need no look before they are shown. Otherwise drafts are made."),
        }

    def __init__(self, *args, may_publish: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_publish:
            del self.fields["publish"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MAX_BYTES:
            limit = {"limit": filesizeformat(MAX_BYTES)}
            raise forms.ValidationError(_("The file is too large: at most %(limit)s."), params=limit)
        self.instance.file_name = file.name[:255]
        return file
