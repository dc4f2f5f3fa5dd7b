"""The last part of an address, written by hand: it is made as from a title, with accents taken off letters
and one hyphen between words. Wagtail's own rule for what is typed leaves such letters out.
"""

from django import forms
from wagtail.admin.widgets import SlugInput

BY_WAGTAIL, OURS = "blur->w-slug#slugify", "change->w-slug#urlify"


def install() -> None:
    """Once, before the first form is made."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = forms.TextInput.build_attrs(self, base_attrs, extra_attrs)
        return attrs | {"data-action": attrs["data-action"].replace(BY_WAGTAIL, OURS)}

    SlugInput.build_attrs = build_attrs
