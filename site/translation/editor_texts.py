"""The texts of the library's translation editor, where it says what it does not mean or says it clumsily."""

from django.utils.translation import gettext, gettext_noop
from django.views.i18n import JavaScriptCatalog

# The library's text, and what the editor says instead. Its "edit" links also lead to what may only be read.
INSTEAD = {
    "[DELETED]": gettext_noop("No longer there"),
    "Change %s": gettext_noop("Choose another: %s"),
    "Edit this %s": gettext_noop("Open: %s"),
    "Edit this document": gettext_noop("Open this document"),
    "Edit this image": gettext_noop("Open this picture"),
    "Edit this page": gettext_noop("Open this page"),
    "Change document": gettext_noop("Choose another document"),
    "Change image": gettext_noop("Choose another picture"),
    "Change page": gettext_noop("Choose another page"),
    "Fetching %s information...": gettext_noop("Reading: %s…"),
    "Fetching document information...": gettext_noop("Reading the document…"),
    "Fetching image information...": gettext_noop("Reading the picture…"),
    "Fetching page information...": gettext_noop("Reading the page…"),
    "Revert to %s version": gettext_noop("Go back to the version in %s"),
    "Server error": gettext_noop("Not saved"),
    "Uses %s version": gettext_noop("As in %s"),
}


class TranslationCatalog(JavaScriptCatalog):
    """The library's catalogue with our texts in it."""

    packages = ["wagtail_localize"]

    def get_catalog(self):
        return super().get_catalog() | {theirs: gettext(ours) for theirs, ours in INSTEAD.items()}
