"""What the funding section adds to the admin."""

from wagtail import hooks

from .listing import SheetListingViewSet


@hooks.register("register_admin_viewset")
def register_sheets():
    return SheetListingViewSet("funding_sheets")
