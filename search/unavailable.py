"""What a visitor is told while the engine cannot be asked."""

from django.utils.translation import gettext as _

RETRY_AFTER = "30"  # seconds


def notice() -> str:
    """In the visitor's language."""
    return _(
        "The search does not answer at the moment. Please try again shortly; the rest of the site works."
    )
