"""What the shared content adds to the admin."""

from wagtail import hooks

from .explorer import PortalPageViewSet


@hooks.register("register_admin_viewset", order=100)
def register_explorer():
    return PortalPageViewSet("portal_pages")
