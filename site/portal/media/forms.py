"""The form with which editors keep pictures."""

from wagtail.images.forms import BaseImageForm

from .renditions import make_renditions


class PictureForm(BaseImageForm):
    """Wagtail drops all renditions of a replaced file after saving; the site's are made anew here."""

    def save(self, commit=True):
        picture = super().save(commit=commit)
        if commit and "file" in self.changed_data:
            make_renditions(picture)
        return picture
