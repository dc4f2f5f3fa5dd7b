"""Texts that are longer than their field allows, wherever a form is shown.

A browser cuts what is pasted at the input's ``maxlength`` and says nothing. So no input has one: the field
refuses the text, names the limit and the length, and the text stays. lengths.js counts meanwhile.
"""

from django import forms


def install() -> None:
    """Once, before the first form is shown. Fields of blocks are made earlier, when models are imported."""
    build_attrs = forms.Widget.build_attrs

    def uncut(self, base_attrs, extra_attrs=None):
        attrs = build_attrs(self, base_attrs, extra_attrs)
        if "maxlength" in attrs and not self.is_hidden:  # Draftail is hidden: it counts, and cuts nothing
            attrs["data-longest"] = attrs.pop("maxlength")
        return attrs

    forms.Widget.build_attrs = uncut
