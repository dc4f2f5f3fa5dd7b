"""What the media add to the admin."""

from django.urls import path
from wagtail import hooks

from .listing import DocumentIndexView


@hooks.register("register_admin_urls", order=-1)
def document_addresses():
    """Before Wagtail's own addresses, so that these two are found first; ``wagtaildocs:index`` leads here."""
    return [
        path("documents/", DocumentIndexView.as_view()),
        path("documents/results/", DocumentIndexView.as_view(results_only=True)),
    ]
