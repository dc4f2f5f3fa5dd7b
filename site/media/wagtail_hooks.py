"""What the media add to the admin."""

from django.urls import path
from wagtail import hooks

from .listing import DocumentIndexView
from .uploads.views import AttachmentAddView, PictureCreateView


@hooks.register("register_admin_urls", order=-1)
def media_addresses():
    """Before Wagtail's own addresses, so that these are found first; Wagtail's names for them lead here."""
    return [
        path("images/add/", PictureCreateView.as_view()),
        path("documents/multiple/add/", AttachmentAddView.as_view()),
        path("documents/", DocumentIndexView.as_view()),
        path("documents/results/", DocumentIndexView.as_view(results_only=True)),
    ]
