"""What editors may not say about a story, and how the form tells them."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def check_story(story) -> None:
    """A quotation is somebody's, and nobody is named without one."""
    errors = {}
    if story.quotation and not story.quotation_name:
        errors["quotation_name"] = _("Who said it: give the name of the person or body that is quoted.")
    if not story.quotation and (story.quotation_name or story.quotation_role):
        errors["quotation"] = _("Quotation: give the words of the person named below.")
    if errors:
        raise ValidationError(errors)
