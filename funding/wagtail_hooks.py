"""What the funding section adds to the admin."""

from wagtail import hooks

from .imports import admin  # noqa: F401 - the import pages register themselves
from .listing import SheetListingViewSet


@hooks.register("register_admin_viewset")
def register_sheets():
    return SheetListingViewSet("funding_sheets")
