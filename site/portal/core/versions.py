"""Versions of pages and snippets, and the open form that each of them was typed in."""

FORM_KEY = "form_key"


class KeyedVersionsMixin:
    """For models with versions. ``form_key`` is set by the form that is about to save."""

    form_key = ""

    def serializable_data(self):
        """What a version keeps: with the form's key, which no field reads back."""
        data = super().serializable_data()
        return data | {FORM_KEY: self.form_key} if self.form_key else data
